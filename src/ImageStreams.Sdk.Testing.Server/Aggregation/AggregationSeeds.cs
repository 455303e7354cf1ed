using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the objects by which servers behind a cluster get to know it.</summary>
internal static class AggregationSeeds
{
    private const string Namespace = "kube-system";
    private const string ConfigMap = "extension-apiserver-authentication";

    /// <summary>Creates the config map with the certificate of the cluster, and the role to read it.</summary>
    public static async Task CreateAsync(IClusterObjectStore store, FrontProxyIdentity identity, TimeProvider timeProvider)
    {
        await CreateAsync(store, "configmaps", CreateConfigMap(identity), timeProvider).ConfigureAwait(false);
        await CreateAsync(store, "roles.rbac.authorization.k8s.io", CreateRole(), timeProvider).ConfigureAwait(false);
    }

    private static async Task CreateAsync(IClusterObjectStore store, string resource, JsonObject document, TimeProvider timeProvider)
    {
        var metadata = document.FindObject("metadata")!;
        metadata["namespace"] = Namespace;
        metadata["uid"] = RandomNaming.Instance.CreateUid();
        metadata["creationTimestamp"] = Timestamp.Now(timeProvider).ToString();
        await store.GetObjects(resource).CreateAsync(ObjectDocuments.ToObject(document, default)).ConfigureAwait(false);
    }

    private static JsonObject CreateConfigMap(FrontProxyIdentity identity) => new()
    {
        ["kind"] = "ConfigMap",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject { ["name"] = ConfigMap },
        ["data"] = new JsonObject
        {
            ["requestheader-client-ca-file"] = identity.AuthorityPem,
            ["requestheader-allowed-names"] = $"[\"{FrontProxyIdentity.Name}\"]",
            ["requestheader-username-headers"] = "[\"X-Remote-User\"]",
            ["requestheader-uid-headers"] = "[\"X-Remote-Uid\"]",
            ["requestheader-group-headers"] = "[\"X-Remote-Group\"]",
            ["requestheader-extra-headers-prefix"] = "[\"X-Remote-Extra-\"]",
        },
    };

    private static JsonObject CreateRole() => new()
    {
        ["kind"] = "Role",
        ["apiVersion"] = "rbac.authorization.k8s.io/v1",
        ["metadata"] = new JsonObject { ["name"] = $"{ConfigMap}-reader" },
        ["rules"] = new JsonArray(new JsonObject
        {
            ["apiGroups"] = new JsonArray(""),
            ["resources"] = new JsonArray("configmaps"),
            ["resourceNames"] = new JsonArray(ConfigMap),
            ["verbs"] = new JsonArray("get", "list", "watch"),
        }),
    };
}
