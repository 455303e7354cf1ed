using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>Random objects and changes, with few names so that many are the same.</summary>
internal sealed class RandomWorld
{
    private static readonly string[] Namespaces = ["n1", "n2"];
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Tags = ["1", "2", "latest", "one-long-tag-name", "two-long-tag-name"];
    private static readonly string[] PullSpecs = ["quay.io/x/y:1", "quay.io/x/y", "ruby", "not a name", ""];
    private static readonly string[] Pins = ["a@", "a@1", "b@sha256:", "b@sha256:2", "gone@1", "c@7", "12", "a@1@2", ""];
    private static readonly string[] Kinds = ["Deployment", "CronJob", "Job", "DeploymentConfig"];

    private static readonly string[] Follows =
        ["1", "2", "latest", "one-long-tag-name", "a:1", "a:", "a:two-long-tag-name", "b:2", "b:latest", "c:1", "gone:1", "a:1:2", ""];

    private static readonly string[] Images =
        ["a:1", "b", "c:2", "quay.io/x/y:1", "registry.local:5000/n1/a:1", "quay.io/z/b:2", "ruby@" + "sha256:1"];

    private readonly Random _random;
    private readonly SortedDictionary<string, object> _objects = new(StringComparer.Ordinal);

    public RandomWorld(int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < 30; i++)
        {
            Change();
        }
    }

    public GraphObjects Objects => GraphWorlds.Objects([.. _objects.Values]);

    /// <summary>Creates objects, some of which replace others.</summary>
    /// <returns>Those that are new.</returns>
    public GraphObjects Change()
    {
        var made = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            var (key, value) = AnObject(Any(Namespaces), Any(Names));
            made[key] = _objects[key] = value;
        }

        return GraphWorlds.Objects([.. made.Values]);
    }

    /// <summary>Removes objects.</summary>
    /// <returns>Those that are gone.</returns>
    public GraphObjects Remove()
    {
        var gone = _objects.Where(_ => Chance(6)).ToList();
        gone.ForEach(pair => _objects.Remove(pair.Key));
        return GraphWorlds.Objects([.. gone.Select(pair => pair.Value)]);
    }

    public bool Chance(int of) => _random.Next(of) == 0;

    private (string Key, object Value) AnObject(string ns, string name) => _random.Next(4) switch
    {
        0 => ($"b {ns}/{name}", ABuild(name).In(ns)),
        1 when Any(Kinds) is var kind => ($"{kind} {ns}/{name}", CreateWorkload(kind, ns, name)),
        _ => ($"s {ns}/{name}", AStream(name).In(ns)),
    };

    private ImageStream AStream(string name)
    {
        var tags = Tags.Where(_ => !Chance(5)).ToList();
        if (Chance(4))
        {
            tags.Reverse();
        }

        if (Chance(8))
        {
            tags.Add(Any(Tags));
        }

        var stream = AnImageStream(name);
        stream = Chance(3) ? stream.LendsItsName() : stream;
        stream = Chance(3) ? stream.InRepository("registry.local:5000/n1/a") : stream;
        var built = tags.Aggregate(stream, AddTag).Build();
        return Chance(6) ? built with { Spec = built.Spec with { DockerImageRepository = "quay.io/x/all" } } : built;
    }

    private StreamBuilder AddTag(StreamBuilder stream, string tag)
    {
        stream = Chance(5) ? stream.PushedTag(tag) : AddSpecTag(stream.Tag(tag));
        stream = Chance(5) ? stream.HasFailed("Gone") : stream;
        return Chance(4) ? stream.PointsTo((char)('1' + _random.Next(3))) : stream;
    }

    private StreamBuilder AddSpecTag(StreamBuilder tag) => _random.Next(16) switch
    {
        0 => tag,
        1 => tag.FollowsImage(Any(PullSpecs)),
        2 => tag.FollowsImage("quay.io/x/y:1").Scheduled(),
        3 => tag.Pins(Any(Pins), ANamespace()),
        4 => tag.From(new ObjectReference { Kind = Chance(2) ? "Pod" : null, Name = "a:1" }),
        _ => tag.Follows(Any(Follows), ANamespace()),
    };

    private BuildConfig ABuild(string name)
    {
        var build = ABuildConfig(name).BuiltFrom(AReference());
        for (var left = _random.Next(3); left > 0; left--)
        {
            build.TriggeredBy(Chance(4) ? null : AReference(), paused: Chance(4));
        }

        build = Chance(3) ? build.CopiesFrom(AReference()) : build;
        return (Chance(6) ? build : build.PushesTo(AReference())).Build();
    }

    private object CreateWorkload(string kind, string ns, string name)
    {
        if (kind == "DeploymentConfig")
        {
            var config = ADeploymentConfig(name).Runs(Any(Images)).TriggeredBy(AReference(), !Chance(3)).Runs(Any(Images), "log");
            return (Chance(4) ? config.Paused() : config).Build().In(ns);
        }

        var workload = AWorkload(kind, name).In(ns).Runs(Any(Images)).BeginsWith(Any(Images));
        workload = Chance(2) ? workload.TriggeredBy(Any(Follows), paused: Chance(4), ns: ANamespace()) : workload;
        workload = Chance(6) ? workload.Annotated(ImageAdmission.ResolveNamesAnnotation, "*") : workload;
        return (Chance(4) ? workload.Paused() : workload).Build();
    }

    private ObjectReference AReference() => _random.Next(8) switch
    {
        0 => ObjectReference.DockerImage(Any(PullSpecs)),
        1 => ObjectReference.ImageStreamImage(ANamespace(), Any(Pins)),
        2 => ATag(Any(Follows), ANamespace()),
        _ => ATag($"{Any(Names)}:{Any(Tags)}", ANamespace()),
    };

    private string? ANamespace() => Chance(4) ? Any(Namespaces) : null;

    private string Any(string[] texts) => texts[_random.Next(texts.Length)];
}
