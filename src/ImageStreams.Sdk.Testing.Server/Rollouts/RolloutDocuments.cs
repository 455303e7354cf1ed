using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Creates rollouts and the pods that would carry them out.</summary>
internal static class RolloutDocuments
{
    private const string DeployerImage = "openshift/origin-deployer:v4.0";
    private const int MaxSeconds = 21600;

    /// <summary>Creates the rollout of the latest version of a configuration.</summary>
    public static JsonObject Create(JsonObject config)
    {
        var name = config.FindText("metadata", "name") ?? "";
        var version = config.FindNumber("status", "latestVersion") ?? 0;
        var rollout = RolloutNames.GetName(name, version);
        return new JsonObject
        {
            ["kind"] = "ReplicationController",
            ["apiVersion"] = "v1",
            ["metadata"] = CreateMetadata(config, name, rollout, Format(version)),
            ["spec"] = new JsonObject
            {
                ["replicas"] = 0,
                ["selector"] = WithLabels(config.FindObject("spec", "selector"), name, rollout),
                ["template"] = CreateTemplate(config, name, rollout, Format(version)),
            },
        };
    }

    /// <summary>Creates the pod of a rollout; no node runs it.</summary>
    public static JsonObject CreatePod(JsonObject rollout)
    {
        var name = rollout.FindText("metadata", "name") ?? "";
        var ns = rollout.FindText("metadata", "namespace");
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = RolloutNames.GetPodName(name),
                ["namespace"] = ns,
                ["labels"] = new JsonObject { ["openshift.io/deployer-pod-for.name"] = name },
                ["annotations"] = new JsonObject
                {
                    [RolloutNames.Config] = rollout.FindText("metadata", "annotations", RolloutNames.Config),
                    [RolloutNames.Rollout] = name,
                },
                ["ownerReferences"] = new JsonArray(Refer(rollout)),
            },
            ["spec"] = CreatePodSpec(name, ns),
        };
    }

    private static JsonObject CreatePodSpec(string name, string? ns) => new()
    {
        ["containers"] = new JsonArray(new JsonObject
        {
            ["name"] = "deployment",
            ["image"] = DeployerImage,
            ["env"] = new JsonArray(
                new JsonObject { ["name"] = "OPENSHIFT_DEPLOYMENT_NAME", ["value"] = name },
                new JsonObject { ["name"] = "OPENSHIFT_DEPLOYMENT_NAMESPACE", ["value"] = ns }),
            ["terminationMessagePolicy"] = "FallbackToLogsOnError",
        }),
        ["activeDeadlineSeconds"] = MaxSeconds,
        ["restartPolicy"] = "Never",
        ["terminationGracePeriodSeconds"] = 10,
        ["serviceAccountName"] = "deployer",
        ["shareProcessNamespace"] = false,
    };

    private static JsonObject CreateMetadata(JsonObject config, string name, string rollout, string version)
    {
        var labels = (JsonObject?)config.FindObject("metadata", "labels")?.DeepClone() ?? [];
        labels[RolloutNames.Config] = name;
        var owner = Refer(config);
        (owner["controller"], owner["blockOwnerDeletion"]) = (true, true);
        return new JsonObject
        {
            ["name"] = rollout,
            ["namespace"] = config.FindText("metadata", "namespace"),
            ["labels"] = labels,
            ["annotations"] = new JsonObject
            {
                [RolloutNames.DesiredReplicas] = Format(config.FindNumber("spec", "replicas") ?? 0),
                [RolloutNames.Version] = version,
                [RolloutNames.Config] = name,
                [RolloutNames.Phase] = RolloutNames.New,
                [RolloutNames.Replicas] = "0",
                [RolloutNames.Reason] = config.FindText("status", "details", "message") ?? "",
                [RolloutNames.Encoded] = Encoding.UTF8.GetString(ObjectDocuments.ToUtf8(config)) + "\n",
            },
            ["ownerReferences"] = new JsonArray(owner),
        };
    }

    private static JsonObject CreateTemplate(JsonObject config, string name, string rollout, string version)
    {
        var template = (JsonObject?)config.FindObject("spec", "template")?.DeepClone() ?? [];
        var metadata = template.GetOrAddObject("metadata");
        metadata["labels"] = WithLabels(metadata.FindObject("labels"), name, rollout);
        var annotations = metadata.GetOrAddObject("annotations");
        annotations[RolloutNames.Version] = version;
        annotations[RolloutNames.Config] = name;
        annotations[RolloutNames.Rollout] = rollout;
        return template;
    }

    private static JsonObject WithLabels(JsonObject? labels, string name, string rollout)
    {
        var added = (JsonObject?)labels?.DeepClone() ?? [];
        (added["deploymentconfig"], added["deployment"]) = (name, rollout);
        return added;
    }

    private static JsonObject Refer(JsonObject owner) => new()
    {
        ["apiVersion"] = owner.FindText("apiVersion"),
        ["kind"] = owner.FindText("kind"),
        ["name"] = owner.FindText("metadata", "name"),
        ["uid"] = owner.FindText("metadata", "uid"),
    };

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
