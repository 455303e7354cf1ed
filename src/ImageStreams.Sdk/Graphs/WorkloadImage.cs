using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>An image that a container names itself.</summary>
/// <param name="PullSpec">The name.</param>
/// <param name="Index">Its number in the workload.</param>
internal sealed record WorkloadImage(string PullSpec, int Index)
{
    /// <summary>The annotation by which every image name of an object is looked up among the streams.</summary>
    public static class AllNames
    {
        private const string Annotation = "alpha.image.policy.openshift.io/resolve-names";
        private const string All = "*";

        public static bool IsAsked(ValueMap<string> ofObject, ValueMap<string> ofTemplate) =>
            IsAsked(ofObject) || IsAsked(ofTemplate);

        private static bool IsAsked(ValueMap<string> annotations) =>
            annotations.TryGetValue(Annotation, out var value) && value == All;
    }

    /// <summary>The tag that the name may mean: whether it does is for the stream to say.</summary>
    public bool TryName(GraphWorkload workload, out string ns, out string stream, out string tag)
    {
        (ns, stream, tag) = (workload.Namespace, "", "");
        if (!ImageReference.TryParse(PullSpec, out var name) || name.Id.Length > 0 || name.Name.Length == 0)
        {
            return false;
        }

        (stream, tag) = (name.Name, name.Tag.Length == 0 ? DockerHub.LatestTag : name.Tag);
        ns = name.Registry.Length > 0 ? name.Namespace : workload.Namespace;
        return name.Registry.Length > 0 || name.Namespace.Length == 0 || workload.ResolvesAllNames;
    }

    /// <summary>
    /// Whether the stream that the name leads to takes it: it is in the stream's own repository, or the stream's lookup
    /// policy or the workload says that plain names are its tags.
    /// </summary>
    public bool Means(ImageStream? stream, GraphWorkload workload) => stream is not null
        && (IsPlain ? stream.Spec.LookupPolicy.Local || workload.ResolvesAllNames : IsIn(stream.Status.DockerImageRepository));

    private bool IsPlain => ImageReference.TryParse(PullSpec, out var name) && name.Registry.Length == 0;

    private bool IsIn(string repository) =>
        repository.Length > 0
        && ImageReference.TryParse(PullSpec, out var name)
        && name.ToRepository().ToString() == repository;
}
