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

    private readonly JsonObject _source = JsonNode.Parse(ImageStreamJson.Serialize(config))!.AsObject();

    private JsonObject? Spec => _source["spec"] as JsonObject;

    private JsonObject? Strategy => Spec?["strategy"] as JsonObject;

    /// <summary>The parameters of the strategy in use; null when there are none.</summary>
    private JsonObject? Parameters => Strategy?[IsRecreate ? "recreateParams" : "rollingParams"] as JsonObject;

    private bool IsRecreate => (string?)Strategy?["type"] == "Recreate";

    /// <summary>The settings of the deployment configuration that a Deployment does not have.</summary>
    public IEnumerable<string> Losses
    {
        get
        {
            if ((string?)Strategy?["type"] == "Custom")
            {
                yield return "strategy.customParams";
            }

            foreach (var hook in (string[])["pre", "mid", "post"])
            {
                if (Parameters?[hook] is not null)
                {
                    yield return $"strategy.{(IsRecreate ? "recreateParams" : "rollingParams")}.{hook}";
                }
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
        var labels = Spec?["selector"] ?? Spec?["template"]?["metadata"]?["labels"];
        spec["selector"] = new JsonObject { ["matchLabels"] = labels?.DeepClone() ?? new JsonObject() };
        spec["strategy"] = CreateStrategy();
        if (Parameters?["timeoutSeconds"] is { } timeout)
        {
            spec["progressDeadlineSeconds"] = timeout.DeepClone();
        }

        spec["template"] = CreateTemplate();
        return spec;
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
            foreach (var container in containers.OfType<JsonObject>().Where(one => string.IsNullOrEmpty((string?)one["image"])))
            {
                container["image"] = " ";
            }
        }

        return template;
    }

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
