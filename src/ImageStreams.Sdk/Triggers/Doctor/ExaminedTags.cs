using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>The tags of all given streams; the problems of each tag that a trigger names are found once.</summary>
internal sealed class ExaminedTags
{
    private readonly Dictionary<ImageStreamTagName, ValueList<TriggerProblem>> _problems = [];
    private readonly Dictionary<(string Namespace, string Stream), TagPathEnds> _ends = [];
    private readonly HashSet<ImageStreamTagName> _awaited = [];
    private readonly ExaminedPushers _pushers;
    private readonly HashSet<string> _namespaces;
    private readonly ImageStreamSet _streams;
    private readonly StreamTagLookup _lookup;

    public ExaminedTags(GraphObjects objects, TriggerDoctorOptions options)
    {
        IgnoresStatus = options.IgnoreStatus;
        _streams = new ImageStreamSet(objects.Streams);
        _lookup = new StreamTagLookup(_streams, internalRegistryHostname: "") { AcceptUnversioned = IgnoresStatus };
        _namespaces = objects.Streams.Select(stream => stream.Namespace)
            .Concat(objects.BuildConfigs.Select(build => build.Namespace))
            .Concat(objects.DeploymentConfigs.Select(config => config.Namespace))
            .Concat(objects.Workloads.Select(workload => workload.Namespace ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        _pushers = new ExaminedPushers(objects.BuildConfigs);
    }

    /// <summary>Gets a value indicating whether tags without a history are treated as imported.</summary>
    public bool IgnoresStatus { get; }

    public ImageStream? FindStream(string ns, string stream) => _streams.Find(ns, stream);

    /// <summary>Determines whether a namespace has any object.</summary>
    public bool HasNamespace(string ns) => _namespaces.Contains(ns);

    /// <summary>Determines whether a namespace may exist although none of its objects is among the files.</summary>
    public bool IsNotGiven(string ns) => IgnoresStatus && !HasNamespace(ns);

    /// <summary>Determines whether OpenShift accepts the version of a stream.</summary>
    public bool IsVersioned(ImageStream stream) => IgnoresStatus || StreamTagLookup.IsVersioned(stream);

    /// <summary>Finds the build that may push the first image of a tag; null when none of those given does.</summary>
    public BuildConfig? FindPusher(ImageStreamTagName tag) => _pushers.Find(tag);

    /// <summary>Determines whether a tag has no image yet, but nothing is wrong: a build pushes it, or its stream imports it
    /// with a whole repository.</summary>
    public bool IsPending(ImageStreamTagName tag) =>
        FindPusher(tag) is not null || RepositoryImport.IsAwaited(FindStream(tag.Namespace, tag.Stream), tag.Tag);

    /// <summary>Determines whether a tag points to an image or, when the status is ignored, will have one: it has a spec tag,
    /// a build or a repository brings it, or its namespace is not among the files.</summary>
    /// <param name="ns">The namespace of the stream.</param>
    /// <param name="name">The name as a trigger writes it.</param>
    public bool Resolves(string ns, string name) =>
        _lookup.Find(ns, name).PullSpec is not null || (IgnoresStatus && IsExpected(ns, name));

    /// <summary>Finds the problems of a tag, and of the tags that it follows.</summary>
    public ValueList<TriggerProblem> FindProblems(ImageStreamTagName tag)
    {
        if (!_problems.TryGetValue(tag, out var problems))
        {
            problems = new TagExamination(tag, this).Run();
            _problems.Add(tag, problems);
        }

        return problems;
    }

    /// <summary>Finds the end of the path of a tag within its stream.</summary>
    public TagPathEnds.End FindEnd(ImageStream stream, ImageStreamTagName tag)
    {
        if (!_ends.TryGetValue((tag.Namespace, tag.Stream), out var ends))
        {
            _ends.Add((tag.Namespace, tag.Stream), ends = new TagPathEnds(stream));
        }

        return ends.Find(tag.Tag);
    }

    /// <summary>Records that a trigger waits for the import of a tag.</summary>
    public void AddAwaited(ImageStreamTagName tag) => _awaited.Add(tag);

    /// <summary>Determines whether a trigger waits for the import of a tag, by its name or that of a follower.</summary>
    public bool IsAwaited(ImageStreamTagName tag) => _awaited.Contains(tag);

    private bool IsExpected(string ns, string name) =>
        ImageStreamTagName.TrySplit(name, out var stream, out var tag)
        && (!HasNamespace(ns)
            || (_streams.Find(ns, stream) is { } found
                && (found.Spec.Tags.Contains(tag) || IsPending(ImageStreamTagName.FromParts(ns, stream, tag)))));
}
