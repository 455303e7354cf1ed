using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;

namespace ImageStreams.Tool;

/// <summary>Asks a cluster for reviews of one kind, for a limited time.</summary>
internal sealed class ReviewCalls(ClusterConnection connection, string group, string kind, TimeProvider timeProvider)
{
    /// <summary>The time after which a review has failed, as in the API servers of Kubernetes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

#pragma warning disable CA1308 // Names of resources are in lower case.
    private readonly ClusterResource _reviews = connection.GetResource(
        new() { Group = group, Version = "v1", Plural = $"{kind.ToLowerInvariant()}s", IsNamespaced = false });
#pragma warning restore CA1308

    /// <summary>Asks for a review and returns its status.</summary>
    /// <exception cref="ApiException">The review failed: 500, whatever the cluster has answered.</exception>
    public async Task<JsonElement> AskAsync(JsonObject spec, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var answer = await SendAsync(spec, either.Token, cancellationToken).ConfigureAwait(false);
        return answer.UnknownFields.TryGetValue("status", out var status) ? status.ToJsonElement() : throw Fail("it has no status", null);
    }

    private async Task<ClusterObject> SendAsync(JsonObject spec, CancellationToken inTime, CancellationToken cancellationToken)
    {
        try
        {
            return await _reviews.CreateAsync(Create(spec), cancellationToken: inTime).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            throw Fail(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fail("the cluster does not answer", e);
        }
    }

    private ApiException Fail(string cause, Exception? inner) => new(
        ApiFailure.InternalError,
        new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Failure",
            Reason = "InternalError",
            Message = $"Internal error occurred: the {kind} failed: {cause}",
            Code = 500,
        },
        inner);

    private ClusterObject Create(JsonObject spec) => ImageStreamJson.Deserialize<ClusterObject>(new JsonObject
    {
        ["kind"] = kind,
        ["apiVersion"] = $"{group}/v1",
        ["metadata"] = new JsonObject(),
        ["spec"] = spec,
    }.ToJsonString());
}
