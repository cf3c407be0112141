"""ONNX files from a trained model: full precision, and with weights of 8 bits."""

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

INPUTS = ["ids", "mask", "source", "target"]


def export(model: nn.Module, sample: tuple[torch.Tensor, ...], path: Path) -> None:
    """Write the model as ONNX with free batch size and length."""
    model.eval()
    axes = {name: {0: "rows", 1: "places"} for name in INPUTS}
    torch.onnx.export(
        model,
        sample,
        str(path),
        input_names=INPUTS,
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantize(full: Path, small: Path) -> None:
    """Write the weights as integers and let activations be integers at run time.

    `reduce_range` keeps weights to 7 bits: with 8, older processors overflow and decide otherwise than newer ones.
    """
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
