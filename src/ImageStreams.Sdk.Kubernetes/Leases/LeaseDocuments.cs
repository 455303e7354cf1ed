using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Kubernetes;

/// <summary>Reads and writes the JSON of leases.</summary>
internal static class LeaseDocuments
{
    /// <summary>The label of the leases of this library.</summary>
    public const string Selector = ManagedBy + "=" + Manager;

    private const string ManagedBy = "app.kubernetes.io/managed-by";
    private const string Manager = "imagestreams-sdk";
    private const string NameAnnotation = "imagestreams.sdk/lease";

    /// <summary>Reads a lease; null for an object that another program made.</summary>
    public static ClusterLease? Read(JsonNode? value)
    {
        var metadata = value?["metadata"];
        if ((string?)metadata?["annotations"]?[NameAnnotation] is not { } name)
        {
            return null;
        }

        var spec = value!["spec"];
        return new ClusterLease
        {
            Name = name,
            ResourceVersion = (string?)metadata["resourceVersion"],
            Source = value as JsonObject,
            Holder = (string?)spec?["holderIdentity"] ?? "",
            DurationSeconds = (long?)spec?["leaseDurationSeconds"] ?? 1,
            Transitions = (long?)spec?["leaseTransitions"] ?? 0,
        };
    }

    /// <summary>Reads a response.</summary>
    /// <exception cref="Clients.ApiException">It is no object.</exception>
    public static JsonNode Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw ReplyErrors.Unreadable("The lease of the server", e);
        }
    }

    /// <summary>Writes a lease; what others have written into the object stays.</summary>
    public static byte[] Write(string ns, string objectName, ClusterLease lease)
    {
        var document = lease.Source?.DeepClone().AsObject() ?? new JsonObject { ["metadata"] = new JsonObject { ["name"] = objectName, ["namespace"] = ns } };
        document["apiVersion"] = "coordination.k8s.io/v1";
        document["kind"] = "Lease";
        var metadata = GetObject(document, "metadata");
        metadata.Remove("managedFields");
        GetObject(metadata, "labels")[ManagedBy] = Manager;
        GetObject(metadata, "annotations")[NameAnnotation] = lease.Name;
        WriteSpec(GetObject(document, "spec"), lease);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonObject GetObject(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject value)
        {
            return value;
        }

        value = [];
        parent[name] = value;
        return value;
    }

    private static void WriteSpec(JsonObject spec, ClusterLease lease)
    {
        spec["holderIdentity"] = lease.Holder;
        spec["leaseDurationSeconds"] = lease.DurationSeconds;
        spec["leaseTransitions"] = lease.Transitions;
        spec["renewTime"] = lease.Renewed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
    }
}
