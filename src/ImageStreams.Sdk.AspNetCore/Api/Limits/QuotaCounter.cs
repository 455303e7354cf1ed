using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>Counts the streams of a namespace into the status of its quotas, as a controller of a cluster does.</summary>
internal sealed class QuotaCounter(StoredResource quotas, FollowedObjects stored, IImageStreamClient client)
{
    private const int PageSize = 500;

    private static readonly WriteOptions ByController = new() { FieldManager = "kube-controller-manager" };

    /// <summary>Brings the status of quotas up to date.</summary>
    /// <param name="ns">The namespace; null for all of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task CountAsync(string? ns, CancellationToken cancellationToken)
    {
        foreach (var one in ns is null ? await stored.GetNamespacesAsync(cancellationToken).ConfigureAwait(false) : [ns])
        {
            await CountInAsync(one, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CountInAsync(string ns, CancellationToken cancellationToken)
    {
        long? count = null;
        foreach (var quota in await stored.GetAsync(ns, cancellationToken).ConfigureAwait(false))
        {
            count ??= await CountStreamsAsync(ns, cancellationToken).ConfigureAwait(false);
            var document = ObjectDocuments.FromObject(quota);
            var status = CreateStatus(document, count.Value);
            if (!JsonNode.DeepEquals(document["status"], status))
            {
                await WriteAsync(ns, quota.Name, status, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Not every store tells how many more there are.
    private async Task<long> CountStreamsAsync(string ns, CancellationToken cancellationToken)
    {
        var (count, options) = (0L, new ListOptions { Limit = PageSize });
        while (true)
        {
            var page = await client.Streams.ListAsync(ns, options, cancellationToken).ConfigureAwait(false);
            count += page.Items.Count;
            if (page.Metadata.RemainingItemCount is not null || string.IsNullOrEmpty(page.Metadata.Continue))
            {
                return count + (page.Metadata.RemainingItemCount ?? 0);
            }

            options = options with { Continue = page.Metadata.Continue };
        }
    }

    // What is not counted here, such as pods, has the status that others gave it.
    private static JsonObject CreateStatus(JsonObject quota, long count)
    {
        var used = (JsonObject)(quota.FindObject("status", "used")?.DeepClone() ?? new JsonObject());
        foreach (var (resource, _) in StoredLimits.FindStreamLimits(quota))
        {
            used[resource] = count.ToString(CultureInfo.InvariantCulture);
        }

        var status = new JsonObject();
        var hard = quota.FindObject("spec", "hard");
        if (hard is { Count: > 0 })
        {
            status["hard"] = hard.DeepClone();
        }

        var kept = used.Where(one => hard?.ContainsKey(one.Key) == true).OrderBy(static one => one.Key, StringComparer.Ordinal).ToList();
        if (kept.Count > 0)
        {
            status["used"] = new JsonObject(kept.Select(static one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        }

        return status;
    }

    private async Task WriteAsync(string ns, string name, JsonObject status, CancellationToken cancellationToken)
    {
        var json = new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = "/status", ["value"] = status });
        var request = new ResourceRequest
        {
            Verb = ResourceVerbs.Patch,
            Namespace = ns,
            Name = name,
            Subresource = "status",
            Patch = new ObjectPatch { Type = PatchType.Json, Utf8Json = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()) },
            Write = ByController,
        };
        try
        {
            await quotas.PatchAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // Somebody has just deleted it.
        }
    }
}
