using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builders;

/// <summary>Builds a fleet line by line. Names are <c>namespace/stream:tag</c> and <c>namespace/name</c>.</summary>
internal sealed class FleetBuilder
{
    private readonly Dictionary<ImageStreamName, ImageStream> _streams = [];
    private readonly List<BuildConfig> _builds = [];
    private readonly List<Workload> _workloads = [];

    /// <summary>A tag that was pushed to and follows nothing.</summary>
    public FleetBuilder Pushed(string tag) => Add(tag, from: null);

    /// <summary>A tag that imports an image, periodically if that is scheduled.</summary>
    public FleetBuilder Imports(string tag, string pullSpec, bool scheduled = true) =>
        Add(tag, new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = pullSpec }, scheduled);

    /// <summary>A tag that follows another one.</summary>
    public FleetBuilder Follows(string tag, string other, bool hasImage = true) =>
        Add(tag, Reference(ReferenceKinds.ImageStreamTag, other), hasImage: hasImage);

    /// <summary>A tag that is one image of a stream, such as <c>shop/web@sha256:...</c>.</summary>
    public FleetBuilder Pins(string tag, string image) => Add(tag, Reference(ReferenceKinds.ImageStreamImage, image));

    /// <summary>A build that starts when its base moves.</summary>
    public FleetBuilder Builds(string name, string from, string to, bool paused = false)
    {
        var (ns, local) = Split(name);
        _builds.Add(BuildConfigBuilder.ABuildConfig(local, ns).BuiltFrom(Tag(from)).TriggeredBy(null, paused: paused)
            .PushesTo(Tag(to)).Build());
        return this;
    }

    /// <summary>A build that is started by hand.</summary>
    public FleetBuilder BuildsByHand(string name, string from, string to)
    {
        var (ns, local) = Split(name);
        _builds.Add(BuildConfigBuilder.ABuildConfig(local, ns).BuiltFrom(Tag(from)).PushesTo(Tag(to)).Build());
        return this;
    }

    /// <summary>A Deployment, DaemonSet, StatefulSet or CronJob whose first container a trigger sets.</summary>
    public FleetBuilder Runs(string name, string tag, string kind = "Deployment", bool paused = false)
    {
        var (ns, local) = Split(name);
        var podPath = kind == "CronJob" ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";
        var trigger = new JsonObject
        {
            ["from"] = new JsonObject { ["kind"] = "ImageStreamTag", ["namespace"] = Split(tag).Ns, ["name"] = Split(tag).Local },
            ["fieldPath"] = $"{podPath}.containers[0].image",
            ["paused"] = paused,
        };
        JsonNode spec = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "app", ["image"] = " " }) };
        foreach (var field in podPath.Split('.').Reverse())
        {
            spec = new JsonObject { [field] = spec };
        }

        spec["kind"] = kind;
        spec["metadata"] = new JsonObject
        {
            ["namespace"] = ns,
            ["name"] = local,
            ["annotations"] = new JsonObject { [ObjectFieldTrigger.AnnotationName] = new JsonArray(trigger).ToJsonString() },
        };
        _workloads.Add(Workload.Parse(spec.ToJsonString()));
        return this;
    }

    public GraphObjects Build() => new()
    {
        Streams = _streams.Values.ToValueList(),
        BuildConfigs = _builds.ToValueList(),
        Workloads = _workloads.ToValueList(),
    };

    public static ImageStreamTagName TagName(string name) => ImageStreamTagName.Parse(name);

    private FleetBuilder Add(string tag, ObjectReference? from, bool scheduled = false, bool hasImage = true)
    {
        var name = TagName(tag);
        var stream = _streams.GetValueOrDefault(name.StreamName) ?? new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = name.Namespace, Name = name.Stream },
        };
        var specTag = new TagReference
        {
            Name = name.Tag,
            From = from,
            ImportPolicy = new TagImportPolicy { Scheduled = scheduled },
        };
        _streams[name.StreamName] = stream with
        {
            Spec = stream.Spec with { Tags = from is null ? stream.Spec.Tags : [.. stream.Spec.Tags, specTag] },
            Status = stream.Status with { Tags = hasImage ? [.. stream.Status.Tags, History(name.Tag)] : stream.Status.Tags },
        };
        return this;
    }

    private static NamedTagEventList History(string tag) => new() { Tag = tag, Items = [StreamBuilder.AnEvent('1')] };

    private static ObjectReference Tag(string name) => Reference(ReferenceKinds.ImageStreamTag, name);

    private static ObjectReference Reference(string kind, string name) =>
        new() { Kind = kind, Namespace = Split(name).Ns, Name = Split(name).Local };

    private static (string Ns, string Local) Split(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is var slash ? (name[..slash], name[(slash + 1)..]) : default;
}
