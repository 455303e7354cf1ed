using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Tests.Builders;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>Objects with triggers, each sound or with one of the usual errors.</summary>
internal sealed class RandomObjects
{
    private static readonly string[] Kinds = ["Deployment", "Deployment", "StatefulSet", "CronJob", "Job", "ReplicaSet"];
    private static readonly string[] Names = ["app:1", "app:2", "app:latest", "lib:1", "lib:2", "lib:latest"];
    private static readonly string[] BadNames = ["app:gone", "other:1", "app", "lib", "", "app:"];
    private static readonly string?[] BadKinds = ["ImageStream", "imagestreamtag", "DockerImage", "ImageStreamImage", "", null];
    private static readonly string[] Pauses = ["true", "false", "\"true\"", "\"false\"", "\"yes\"", "null"];
    private static readonly string[] BadAnnotations = ["not json", "{}", "[7]", "[{\"from\":[]}]", ""];

    private static readonly string[] BadFields =
    [
        "spec.template.spec.containers[?(@.name=='web')].image", "spec.template.spec.containers[web].image",
        "spec.containers[0].image", "containers[log]", "spec.template.spec.containers[9].image",
        "spec.template.spec.containers[0].name", "metadata.name", "", "spec.jobTemplate.spec.template.spec.containers[1].image",
    ];

    private readonly Random _random;

    public RandomObjects(int seed)
    {
        _random = new Random(seed);
        Objects = new GraphObjects
        {
            Streams = [AStream("app"), AStream("lib").In(Chance(3) ? "infra" : Namespace)],
            BuildConfigs = Many(i => ABuild($"b{i}")),
            DeploymentConfigs = Many(i => AConfig($"d{i}")),
            Workloads = Many(i => AWorkload($"w{i}")),
        };
    }

    public GraphObjects Objects { get; }

    private static ValueList<T> Many<T>(Func<int, T> make) => Enumerable.Range(0, 3).Select(make).ToValueList();

    private ImageStream AStream(string name)
    {
        var stream = new[] { "1", "2", "latest" }.Where(_ => !Chance(10)).Aggregate(AnImageStream(name), AddTag).Build();
        stream = Chance(8) ? stream with { Spec = stream.Spec with { DockerImageRepository = "quay.io/x/all" } } : stream;
        return Chance(8) ? stream with { Metadata = stream.Metadata with { ResourceVersion = null } } : stream;
    }

    private StreamBuilder AddTag(StreamBuilder stream, string tag)
    {
        stream = _random.Next(9) switch
        {
            0 => stream.PushedTag(tag),
            1 => stream.Tag(tag).Follows("latest"),
            2 => stream.Tag(tag).Follows("lib:1"),
            3 => stream.Tag(tag).FollowsImage($"quay.io/x/y@{Image('7')}").Scheduled(),
            4 => stream.Tag(tag).FollowsImage("quay.io/x/y:1").HasFailed("Unauthorized"),
            5 => stream.Tag(tag).From(new ObjectReference { Kind = "Pod", Name = "x" }),
            _ => stream.Tag(tag).FollowsImage("quay.io/x/y:1").Scheduled(),
        };
        return Chance(6) ? stream : stream.PointsTo((char)('1' + _random.Next(3)));
    }

    private ObjectReference AReference()
    {
        var reference = ATag(Chance(9) ? Any(BadNames) : Any(Names), ANamespace());
        reference = Chance(12) ? reference with { Kind = Any(BadKinds) } : reference;
        return Chance(12) ? reference with { ApiVersion = "image.openshift.io/v1" } : reference;
    }

    private BuildConfig ABuild(string name)
    {
        var build = ABuildConfig(name);
        build = Chance(8) ? build : build.BuiltFrom(Chance(6) ? ObjectReference.DockerImage("ruby:3") : AReference());
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            build.TriggeredBy(Chance(2) ? null : AReference(), paused: Chance(6));
        }

        build = Chance(8) ? build.WithTrigger(new BuildTriggerPolicy { Type = "ImageChange" }) : build;
        return (Chance(2) ? build : build.PushesTo(Any(Names))).Build();
    }

    private DeploymentConfig AConfig(string name)
    {
        var config = new DeploymentConfigBuilder(name).Runs(Chance(3) ? " " : "quay.io/x/old:1").Runs("quay.io/x/old:2", "log");
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            var container = AContainer();
            config.TriggeredBy(AReference(), automatic: !Chance(6), container);
        }

        var built = (Chance(8) ? config.Paused() : config).Build();
        var triggers = built.Spec.Triggers.Select(trigger => Chance(8) ? WithoutContainers(trigger) : trigger).ToValueList();
        return built with { Spec = built.Spec with { Triggers = triggers } };
    }

    private static DeploymentTriggerPolicy WithoutContainers(DeploymentTriggerPolicy trigger) =>
        trigger with { ImageChangeParams = trigger.ImageChangeParams is { } change ? change with { ContainerNames = [] } : null };

    private Workload AWorkload(string name)
    {
        var kind = Any(Kinds);
        var workload = new WorkloadBuilder(kind, name).Runs(Chance(3) ? " " : "quay.io/x/old:1").Runs("quay.io/x/old:2", "log");
        return (Chance(8) ? workload.Paused() : workload).Annotated(ObjectFieldTrigger.AnnotationName, AnAnnotation(kind)).Build();
    }

    private string AnAnnotation(string kind)
    {
        if (Chance(15))
        {
            return Any(BadAnnotations);
        }

        var triggers = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => ATrigger(kind)).ToList();
        return $"[ {string.Join(" , ", Chance(6) ? triggers.Append(triggers[0]) : triggers)} ]";
    }

    private string ATrigger(string kind)
    {
        var pods = kind == "CronJob" ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";
        var fields = new[] { $"{pods}.containers[?(@.name==\"web\")].image", $"{pods}.containers[1].image", $"{pods}.containers[0].image" };
        var field = JsonValue.Create(Chance(9) ? Any(BadFields) : Any(fields)).ToJsonString();
        var from = AReference();
        var kindField = from.Kind is null ? "" : $"\"kind\":\"{from.Kind}\",";
        var more = (from.ApiVersion is null ? "" : $",\"apiVersion\":\"{from.ApiVersion}\"")
            + (from.Namespace is null ? "" : $",\"namespace\":\"{from.Namespace}\"");
        var paused = Chance(8) ? $",\"paused\":{Any(Pauses)}" : "";
        return $"{{\"from\":{{{kindField}\"name\":\"{from.Name}\"{more}}},\"fieldPath\":{field}{paused},\"note\":\"mine\"}}";
    }

    private string AContainer()
    {
        if (Chance(8))
        {
            return "other";
        }

        return Chance(2) ? "web" : "log";
    }

    private string? ANamespace()
    {
        if (Chance(12))
        {
            return "nowhere";
        }

        return Chance(6) ? "infra" : null;
    }

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Any<T>(T[] among) => among[_random.Next(among.Length)];
}
