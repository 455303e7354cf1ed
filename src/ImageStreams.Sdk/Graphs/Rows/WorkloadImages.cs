using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Finds the tags that the images of containers name.</summary>
internal sealed class WorkloadImages(GraphRows rows, NamedNodes names)
{
    /// <summary>Gets the node of the tag that an image name stands for in the workload's namespace, or of the image.</summary>
    public int GetOrAddNode(GraphWorkload workload, string pullSpec) =>
        ImageReference.TryParse(pullSpec, out var name) && name.Id.Length == 0
        && (TryFindLocal(name, workload, out var stream) || TryFindByRepository(name, out stream))
            ? names.GetOrAddTag(stream, name.Tag.Length == 0 ? DockerHub.LatestTag : name.Tag)
            : names.GetOrAddExternalImage(pullSpec);

    /// <summary>Finds the stream of the workload's namespace that the name of an image stands for.</summary>
    /// <remarks>The stream has <c>spec.lookupPolicy.local</c>, or the workload resolves all names.</remarks>
    private bool TryFindLocal(ImageReference image, GraphWorkload workload, out int row)
    {
        row = NodeRow.None;
        return (workload.ResolvesAllNames || image is { Registry: "", Namespace: "" })
            && rows.TryFindStream(workload.Namespace, image.Name, out row)
            && rows.GetStream(row).Stream is { } stream
            && (workload.ResolvesAllNames || stream.Spec.LookupPolicy.Local);
    }

    /// <summary>Finds the stream whose <c>status.dockerImageRepository</c> has the image.</summary>
    private bool TryFindByRepository(ImageReference image, out int row) =>
        rows.TryFindStream(image.Namespace, image.Name, out row)
        && rows.GetStream(row).Stream is { } stream
        && stream.Status.DockerImageRepository.Length > 0
        && image.ToRepository().ToString() == stream.Status.DockerImageRepository;
}
