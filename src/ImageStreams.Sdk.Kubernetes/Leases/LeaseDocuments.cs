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

    /// <summary>Writes a lease.</summary>
    public static byte[] Write(string ns, string objectName, ClusterLease lease)
    {
        var metadata = new JsonObject
        {
            ["name"] = objectName,
            ["namespace"] = ns,
            ["labels"] = new JsonObject { [ManagedBy] = Manager },
            ["annotations"] = new JsonObject { [NameAnnotation] = lease.Name },
        };
        if (lease.ResourceVersion is { } version)
        {
            metadata["resourceVersion"] = version;
        }

        var document = new JsonObject
        {
            ["apiVersion"] = "coordination.k8s.io/v1",
            ["kind"] = "Lease",
            ["metadata"] = metadata,
            ["spec"] = WriteSpec(lease),
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonObject WriteSpec(ClusterLease lease)
    {
        var time = lease.Renewed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["holderIdentity"] = lease.Holder,
            ["leaseDurationSeconds"] = lease.DurationSeconds,
            ["leaseTransitions"] = lease.Transitions,
            ["renewTime"] = time,
        };
    }
}
