namespace ImageStreams.Manifests;

/// <summary>A node that may be an object, a list or a template, and what surrounds it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Path">The path in the document.</param>
/// <param name="Default">The type that the node has unless it names its own; none outside typed lists.</param>
/// <param name="Template">The innermost template around it.</param>
internal readonly record struct ObjectEntry(int Node, string Path, ObjectType Default, TemplateScope? Template);
