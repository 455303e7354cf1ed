using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The objects of a cluster that a command is about.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Count">The number of objects.</param>
/// <param name="Namespace">The namespace of objects that name none.</param>
internal sealed record ClusterInput(WorkspaceObjects Objects, int Count, string Namespace);
