namespace ImageStreams.Manifests;

/// <summary>A text of a template that could not be filled in.</summary>
/// <param name="Parameter">The name in the text.</param>
/// <param name="Text">The text.</param>
/// <param name="IsUnknown">True when there is no such parameter; false when its value is no JSON.</param>
internal readonly record struct TemplateFlaw(string Parameter, string Text, bool IsUnknown);
