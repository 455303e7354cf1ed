using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The fields and requests that are left out when objects are compared that controllers wrote, each with its reason.</summary>
internal static partial class NotOurs
{
    /// <summary>The fields, and the reasons.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "resourceVersion: the number of writes on the way to a state at rest is luck",
        "uids in labels of jobs: generated anew",
        "times, also those in annotations: the controllers of the replay run when they are at rest, not when they were called",
        "generation of an object that the recorded controller wrote more than once before the client looked: the same luck",
        "count of an event: how often a controller tried again is luck; the number in its name is a time",
        "messages of 422, of images and of conditions of streams: our own wording",
        "watches: they show every step on the way to a state at rest",
        "status, revision and owned fields of kube-controller-manager, its ReplicaSets and its events: the fake cluster has none",
        "the number of deployment.kubernetes.io/revision: kube-controller-manager counts ReplicaSets",
        "phase, conditions, output and pod name of builds, and their owners: the build controller needs nodes",
        "events that the recorded controllers sent later: they have a recorder that waits",
        "the copy of the configuration in a replication controller: it has versions and times",
        "image, tolerations and priority of deployer pods: options of the recorded cluster",
    ];

    private const string NodeManager = "kube-controller-manager";
    private const string Encoded = "openshift.io/encoded-deployment-config";

    private static readonly HashSet<string> Hidden =
    [
        "resourceVersion", "time", "lastTransitionTime", "lastUpdateTime", "lastTriggerTime", "firstTimestamp", "lastTimestamp",
        "deprecatedFirstTimestamp", "deprecatedLastTimestamp", "count", "deprecatedCount", "creationTimestamp", "created",
        "deployment.kubernetes.io/revision", "openshift.io/deployer-pod.created-at", "openshift.io/build.pod-name", Encoded,
        "openshift.io/image.dockerRepositoryCheck", "clusterIP", "clusterIPs", "batch.kubernetes.io/controller-uid", "controller-uid",
    ];

    private static readonly string[] NodeKinds = ["Deployment", "StatefulSet", "DaemonSet", "CronJob", "ReplicationController", "ReplicaSet", "Job"];

    /// <summary>Returns a request without what kube-controller-manager had added to the object that it sends back.</summary>
    public static HttpExchange Hide(HttpExchange exchange) => exchange with
    {
        RequestBody = exchange.RequestBody is { } body ? Revision().Replace(body, "") : null,
    };

    /// <summary>Returns a body without it.</summary>
    public static JsonNode? Hide(JsonNode? body)
    {
        if (body?.DeepClone() is not JsonObject shown)
        {
            return body;
        }

        var kind = (string?)shown["kind"] ?? "";
        if (shown["items"] is JsonArray items)
        {
            HideItems(items, kind[..^"List".Length]);
        }
        else
        {
            HideObject(shown, kind);
        }

        HideFields(shown);
        return shown;
    }

    private static void HideItems(JsonArray items, string kind)
    {
        foreach (var item in items.OfType<JsonObject>())
        {
            HideObject(item, kind);
        }

        if (kind == "Event")
        {
            RecordedEvents.Settle(items);
        }
    }

    private static void HideObject(JsonObject value, string kind)
    {
        var owners = value["metadata"]?["managedFields"] as JsonArray;
        owners?.RemoveAll(static entry => (string?)entry?["manager"] == NodeManager);
        if (NodeKinds.Contains(kind))
        {
            value.Remove("status");
        }

        if (kind == "Build")
        {
            RecordedBuilds.Hide(value, owners);
        }

        if (owners is not null)
        {
            var sorted = owners.OrderBy(static entry => $"{entry?["operation"]} {entry?["manager"]} {entry?["subresource"]}", StringComparer.Ordinal)
                .Select(static entry => entry?.DeepClone()).ToArray();
            value["metadata"]!["managedFields"] = new JsonArray(sorted);
        }
    }

    private static void HideFields(JsonNode? node)
    {
        if (node is JsonObject value)
        {
            foreach (var name in value.Select(static field => field.Key).Where(Hidden.Contains).ToList())
            {
                value.Remove(name);
            }
        }

        foreach (var child in Children(node))
        {
            HideFields(child);
        }
    }

    [GeneratedRegex("\"deployment\\.kubernetes\\.io/revision\"\\s*:\\s*\"[0-9]+\"\\s*,")]
    private static partial Regex Revision();

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject value => value.Select(static field => field.Value),
        JsonArray list => list,
        _ => [],
    };
}
