using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Finds the version, the kind and the scope of resources that a cluster has.</summary>
internal sealed class ResourceDiscovery(ApiSender sender)
{
    private const string CoreVersion = "v1";

    /// <summary>Finds a resource; null where the cluster has none of the name.</summary>
    /// <param name="resource">The qualified name, such as <c>deployments.apps</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The cluster refuses, or does not answer.</exception>
    public async Task<ClusterForm?> FindAsync(string resource, CancellationToken cancellationToken)
    {
        var dot = resource.IndexOf('.', StringComparison.Ordinal);
        var (plural, group) = dot < 0 ? (resource, "") : (resource[..dot], resource[(dot + 1)..]);
        foreach (var version in group.Length == 0 ? [CoreVersion] : await GetVersionsAsync(group, cancellationToken).ConfigureAwait(false))
        {
            var path = group.Length == 0 ? $"api/{version}" : $"apis/{Uri.EscapeDataString(group)}/{Uri.EscapeDataString(version)}";
            var all = await FindJsonAsync(path, cancellationToken).ConfigureAwait(false);
            if ((all?["resources"] as JsonArray)?.FirstOrDefault(one => (string?)one?["name"] == plural) is { } found)
            {
                var type = new ClusterResourceType { Group = group, Version = version, Plural = plural, IsNamespaced = (bool?)found["namespaced"] ?? true };
                return new ClusterForm(type, (string?)found["kind"]);
            }
        }

        return null;
    }

    // The preferred version first.
    private async Task<IEnumerable<string>> GetVersionsAsync(string group, CancellationToken cancellationToken)
    {
        var found = await FindJsonAsync($"apis/{Uri.EscapeDataString(group)}", cancellationToken).ConfigureAwait(false);
        var versions = (found?["versions"] as JsonArray ?? []).Select(static one => (string?)one?["version"]);
        return versions.Prepend((string?)found?["preferredVersion"]?["version"]).OfType<string>().Distinct();
    }

    private async Task<JsonNode?> FindJsonAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse((await sender.SendAsync(new(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false)).Body);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw ReplyErrors.Unreadable($"The answer to {path}", e);
        }
    }
}
