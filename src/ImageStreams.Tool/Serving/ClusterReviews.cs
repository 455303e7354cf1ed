using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Lifecycle;
using ImageStreams.Serialization;

namespace ImageStreams.Tool;

/// <summary>Lets the cluster decide on rights: a <c>SubjectAccessReview</c> for each request.</summary>
internal sealed class ClusterReviews(ClusterConnection connection) : IApiAuthorizer
{
    private readonly ClusterResource _reviews = connection.GetResource(
        new() { Group = "authorization.k8s.io", Version = "v1", Plural = "subjectaccessreviews", IsNamespaced = false });

    public async ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default)
    {
        try
        {
            var review = ImageStreamJson.Deserialize<ClusterObject>(CreateReview(access).ToJsonString());
            return Read(await _reviews.CreateAsync(review, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException e)
        {
            return AccessDecision.Deny("the cluster did not decide", e.Message);
        }
    }

    private static JsonObject CreateReview(ApiAccess access)
    {
        var spec = new JsonObject
        {
            ["user"] = access.User.Name,
            ["uid"] = access.User.Uid,
            ["groups"] = WriteTexts(access.User.Groups),
            ["extra"] = new JsonObject(access.User.Extra.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)WriteTexts(one.Value)))),
        };
        spec[access.IsResource ? "resourceAttributes" : "nonResourceAttributes"] = access.IsResource
            ? WriteResource(access)
            : new JsonObject { ["path"] = access.Path, ["verb"] = access.Verb };
        return new JsonObject
        {
            ["kind"] = "SubjectAccessReview",
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["metadata"] = new JsonObject(),
            ["spec"] = spec,
        };
    }

    private static JsonObject WriteResource(ApiAccess access) => new()
    {
        ["group"] = access.Group,
        ["version"] = access.Version,
        ["resource"] = access.Resource,
        ["subresource"] = access.Subresource,
        ["namespace"] = access.Namespace,
        ["name"] = access.Name,
        ["verb"] = access.Verb,
    };

    private static JsonArray WriteTexts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);

    private static AccessDecision Read(ClusterObject review)
    {
        if (!review.UnknownFields.TryGetValue("status", out var json))
        {
            return AccessDecision.Deny("the cluster did not decide");
        }

        var status = json.ToJsonElement();
        return status.TryGetProperty("allowed", out var allowed) && allowed.ValueKind == JsonValueKind.True
            ? AccessDecision.Allow
            : AccessDecision.Deny(FindText(status, "reason"), FindText(status, "evaluationError"));
    }

    private static string FindText(JsonElement status, string name) =>
        status.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
