using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Writes the manifest of the Deployment that replaces a deployment configuration.</summary>
/// <param name="config">The deployment configuration.</param>
internal sealed class DeploymentManifest(DeploymentConfig config)
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The settings of the pod that rolls out.</summary>
    private static readonly string[] DeployerFields = ["resources", "labels", "annotations", "activeDeadlineSeconds"];

    private static readonly string[] ParameterFields = ["pre", "mid", "post", "updatePeriodSeconds", "intervalSeconds"];

    /// <summary>The defaults that an API server writes into every deployment configuration.</summary>
    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["activeDeadlineSeconds"] = "21600",
        ["updatePeriodSeconds"] = "1",
        ["intervalSeconds"] = "1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly JsonObject _source = JsonTree.ReadObject(ImageStreamJson.SerializeToUtf8Bytes(config));

    private JsonObject? Spec => _source["spec"] as JsonObject;

    private JsonObject? Strategy => Spec?["strategy"] as JsonObject;

    /// <summary>The parameters of the strategy in use; null when there are none.</summary>
    private JsonObject? Parameters => Strategy?[ParametersField] as JsonObject;

    private string ParametersField => IsRecreate ? "recreateParams" : "rollingParams";

    private bool IsRecreate => GetText(Strategy, "type") == "Recreate";

    /// <summary>The settings of the deployment configuration that a Deployment does not have.</summary>
    /// <remarks>Settings that are empty, or have the default that an API server sets, are left out.</remarks>
    public IEnumerable<string> Losses
    {
        get
        {
            if (GetText(Strategy, "type") == "Custom" || HasValue(Strategy, "customParams"))
            {
                yield return "strategy.customParams";
            }

            foreach (var name in DeployerFields.Where(name => HasValue(Strategy, name)))
            {
                yield return $"strategy.{name}";
            }

            foreach (var name in ParameterFields.Where(name => HasValue(Parameters, name)))
            {
                yield return $"strategy.{ParametersField}.{name}";
            }

            if (Spec?["test"]?.GetValueKind() == JsonValueKind.True)
            {
                yield return "test";
            }
        }
    }

    /// <summary>Writes the Deployment.</summary>
    /// <param name="annotation">The text of its trigger annotation; null for none.</param>
    public Workload Write(string? annotation) => Workload.Parse(new JsonObject
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "Deployment",
        ["metadata"] = CreateMetadata(annotation),
        ["spec"] = CreateSpec(),
    }.ToJsonString());

    private JsonObject CreateMetadata(string? annotation)
    {
        var metadata = _source["metadata"] as JsonObject;
        var annotations = metadata?["annotations"]?.DeepClone() as JsonObject ?? [];
        annotations.Remove(LastApplied);
        annotations.Remove(ObjectFieldTrigger.AnnotationName);
        if (annotation is not null)
        {
            annotations[ObjectFieldTrigger.AnnotationName] = annotation;
        }

        var created = Copy(metadata, "name", "namespace", "labels");
        if (annotations.Count > 0)
        {
            created["annotations"] = annotations;
        }

        return created;
    }

    private JsonObject CreateSpec()
    {
        var spec = Copy(Spec, "replicas", "minReadySeconds", "revisionHistoryLimit", "paused");
        spec["selector"] = new JsonObject { ["matchLabels"] = GetSelector() };
        spec["strategy"] = CreateStrategy();
        if (Parameters?["timeoutSeconds"] is { } timeout)
        {
            spec["progressDeadlineSeconds"] = timeout.DeepClone();
        }

        spec["template"] = CreateTemplate();
        return spec;
    }

    /// <summary>Gets the selector; where it is empty, an API server takes the labels of the pods.</summary>
    private JsonNode GetSelector()
    {
        var template = (Spec?["template"] as JsonObject)?["metadata"] as JsonObject;
        var labels = Spec?["selector"] as JsonObject is { Count: > 0 } selector ? selector : template?["labels"];
        return labels?.DeepClone() ?? new JsonObject();
    }

    private JsonObject CreateStrategy() => IsRecreate
        ? new JsonObject { ["type"] = "Recreate" }
        : new JsonObject { ["type"] = "RollingUpdate", ["rollingUpdate"] = Copy(Parameters, "maxSurge", "maxUnavailable") };

    /// <summary>Copies the template; a container without an image gets a blank, which a trigger fills in.</summary>
    private JsonObject CreateTemplate()
    {
        var template = Spec?["template"]?.DeepClone() as JsonObject ?? [];
        foreach (var list in (string[])["containers", "initContainers"])
        {
            var containers = template["spec"]?[list] as JsonArray ?? [];
            foreach (var container in containers.OfType<JsonObject>().Where(one => string.IsNullOrEmpty(GetText(one, "image"))))
            {
                container["image"] = " ";
            }
        }

        return template;
    }

    /// <summary>Determines whether a field has a value that is neither empty nor the default.</summary>
    private static bool HasValue(JsonObject? holder, string field) => holder?[field] switch
    {
        null => false,
        JsonObject { Count: 0 } => false,
        var value => value.ToJsonString() != Defaults.GetValueOrDefault(field),
    };

    private static string? GetText(JsonObject? holder, string field) =>
        holder?[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Copy(JsonObject? source, params ReadOnlySpan<string> fields)
    {
        var copy = new JsonObject();
        foreach (var field in fields)
        {
            if (source?[field] is { } value)
            {
                copy[field] = value.DeepClone();
            }
        }

        return copy;
    }
}
