namespace ImageStreams.Manifests;

/// <summary>An image that an instruction names, or a stage.</summary>
/// <param name="Path">The instruction.</param>
/// <param name="Span">The place of the name.</param>
/// <param name="Value">The name.</param>
/// <param name="IsStageFirst">True when the name may be that of a stage.</param>
internal sealed record DockerfileImage(string Path, TextSpan Span, VariableValue Value, bool IsStageFirst);
