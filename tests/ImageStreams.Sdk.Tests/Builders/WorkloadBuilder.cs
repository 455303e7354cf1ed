using System.Text.Json.Nodes;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builders;

/// <summary>Builds a workload container by container.</summary>
internal sealed class WorkloadBuilder(string kind, string name)
{
    private readonly JsonArray _containers = [];
    private readonly JsonArray _initContainers = [];
    private readonly JsonArray _triggers = [];
    private readonly JsonObject _annotations = [];
    private readonly JsonObject _templateAnnotations = [];
    private string _ns = StreamBuilder.Namespace;
    private bool _isPaused;

    private string PodSpecPath => kind switch
    {
        "CronJob" => "spec.jobTemplate.spec.template.spec",
        "Pod" => "spec",
        _ => "spec.template.spec",
    };

    public static WorkloadBuilder AWorkload(string kind = "Deployment", string name = "web") => new(kind, name);

    public WorkloadBuilder In(string ns)
    {
        _ns = ns;
        return this;
    }

    public WorkloadBuilder Runs(string image, string container = "web")
    {
        _containers.Add(new JsonObject { ["name"] = container, ["image"] = image });
        return this;
    }

    public WorkloadBuilder BeginsWith(string image, string container = "setup")
    {
        _initContainers.Add(new JsonObject { ["name"] = container, ["image"] = image });
        return this;
    }

    /// <summary>A trigger that sets the image of a container.</summary>
    public WorkloadBuilder TriggeredBy(string tag, string container = "web", bool paused = false, string? ns = null) =>
        TriggeredBy(new JsonObject { ["kind"] = "ImageStreamTag", ["name"] = tag, ["namespace"] = ns }, container, paused);

    public WorkloadBuilder TriggeredBy(JsonObject from, string container = "web", bool paused = false)
    {
        _triggers.Add(new JsonObject
        {
            ["from"] = from,
            ["fieldPath"] = $"{PodSpecPath}.containers[?(@.name==\"{container}\")].image",
            ["paused"] = paused,
        });
        return Annotated(ObjectFieldTrigger.AnnotationName, _triggers.ToJsonString());
    }

    public WorkloadBuilder Annotated(string annotation, string value)
    {
        _annotations[annotation] = value;
        return this;
    }

    public WorkloadBuilder WithPodsAnnotated(string annotation, string value)
    {
        _templateAnnotations[annotation] = value;
        return this;
    }

    /// <summary>Paused, or suspended.</summary>
    public WorkloadBuilder Paused()
    {
        _isPaused = true;
        return this;
    }

    public Workload Build() => Workload.Parse(ToJson().ToJsonString());

    private JsonObject ToJson()
    {
        var pods = new JsonObject { ["initContainers"] = Copy(_initContainers), ["containers"] = Copy(_containers) };
        var template = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = Copy(_templateAnnotations) }, ["spec"] = pods };
        var spec = kind switch
        {
            "Pod" => Copy(pods),
            "CronJob" => new JsonObject { ["jobTemplate"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } } },
            _ => new JsonObject { ["template"] = template },
        };
        spec[kind == "CronJob" ? "suspend" : "paused"] = _isPaused;
        var metadata = new JsonObject { ["name"] = name, ["namespace"] = _ns, ["annotations"] = Copy(_annotations) };
        return new JsonObject { ["kind"] = kind, ["metadata"] = metadata, ["spec"] = spec };
    }

    private static JsonNode Copy(JsonNode node) => node.DeepClone();
}
