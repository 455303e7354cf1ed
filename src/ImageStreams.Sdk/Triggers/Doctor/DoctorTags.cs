using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Says of each tag that a trigger names why that trigger will not fire: once for each tag.</summary>
internal sealed class DoctorTags
{
    private readonly Dictionary<(string Namespace, string Stream, string Tag), TagCheck> _checks = [];
    private readonly Dictionary<(string Namespace, string Stream), TagEnds> _ends = [];
    private readonly HashSet<(string Namespace, string Stream, string Tag)> _imports = [];
    private readonly HashSet<string> _namespaces;
    private readonly ImageStreamSet _streams;
    private readonly StreamTagLookup _lookup;
    private readonly bool _ignoreStatus;

    public DoctorTags(GraphObjects objects, TriggerDoctorOptions options)
    {
        _ignoreStatus = options.IgnoreStatus;
        _streams = new ImageStreamSet(objects.Streams);
        _lookup = new StreamTagLookup(_streams, internalRegistryHostname: "") { AcceptUnversioned = _ignoreStatus };
        _namespaces = objects.Streams.Select(stream => stream.Metadata.Namespace)
            .Concat(objects.BuildConfigs.Select(build => build.Metadata.Namespace))
            .Concat(objects.DeploymentConfigs.Select(config => config.Metadata.Namespace))
            .Concat(objects.Workloads.Select(workload => workload.Namespace))
            .Select(ns => ns ?? "")
            .ToHashSet(StringComparer.Ordinal);
    }

    public ImageStream? FindStream(string ns, string stream) => _streams.Find(ns, stream);

    /// <summary>Whether a tag points to an image; from files, whether it is to.</summary>
    public bool Resolves(string ns, string name) =>
        _lookup.Find(ns, name).PullSpec is not null
        || (_ignoreStatus
            && ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            && _streams.Find(ns, stream)?.Spec.Tags.Contains(tag) == true);

    /// <summary>What is wrong with a tag, or with what it follows.</summary>
    /// <param name="ns">The namespace of the stream.</param>
    /// <param name="name">The name with its colon.</param>
    public TagCheck Examine(string ns, string name)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        if (!_checks.TryGetValue((ns, stream, tag), out var check))
        {
            check = new TagExamination(ImageStreamTagName.FromParts(ns, stream, tag), this).Run();
            _checks.Add((ns, stream, tag), check);
        }

        return check;
    }

    /// <summary>Whether a trigger waits for a tag that is imported, by itself or by those that follow it.</summary>
    public bool IsAwaited(string ns, string stream, string tag) => _imports.Contains((ns, stream, tag));

    /// <summary>Keeps in mind that a trigger waits for a tag that is imported.</summary>
    public void AddAwaited(string ns, string stream, string tag) => _imports.Add((ns, stream, tag));

    /// <summary>Whether a namespace has any object.</summary>
    public bool HasNamespace(string ns) => _namespaces.Contains(ns);

    /// <summary>Whether OpenShift would look at a stream at all.</summary>
    public bool IsVersioned(ImageStream stream) => _ignoreStatus || StreamTagLookup.IsVersioned(stream);

    /// <summary>Whether a tag that has no history is a matter of course.</summary>
    public bool IgnoresStatus => _ignoreStatus;

    /// <summary>Where the wishes of a tag lead within its stream.</summary>
    public TagEnd FindEnd(ImageStream stream, ImageStreamTagName tag)
    {
        if (!_ends.TryGetValue((tag.Namespace, tag.Stream), out var ends))
        {
            _ends.Add((tag.Namespace, tag.Stream), ends = new TagEnds(stream));
        }

        return ends.Find(tag.Tag);
    }
}
