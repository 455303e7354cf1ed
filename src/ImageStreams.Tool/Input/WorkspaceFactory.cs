using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Creates workspaces of manifests.</summary>
internal static class WorkspaceFactory
{
    /// <summary>Creates a workspace; a what-if changes its streams first.</summary>
    public static ImageStreamWorkspace Create(
        ManifestSet manifests,
        InputSettings settings,
        Func<ValueList<ImageStream>, ValueList<ImageStream>>? changeStreams = null)
    {
        var objects = manifests.ToGraphObjects();
        var streams = changeStreams is null ? objects.Streams : changeStreams(objects.Streams);
        return new ImageStreamWorkspace(objects with { Streams = streams }, settings);
    }
}
