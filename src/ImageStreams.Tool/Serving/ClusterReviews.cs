using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;
using ImageStreams.Lifecycle;

namespace ImageStreams.Tool;

/// <summary>Lets the cluster decide on rights by <c>SubjectAccessReview</c>s, whose answers count for 10 seconds.</summary>
/// <remarks>A review that fails, or that takes longer than 10 seconds, ends the request with 500, as in the API servers of Kubernetes, and
/// is not remembered. Members of <c>system:masters</c> may do everything, without a review.</remarks>
internal sealed class ClusterReviews(ClusterConnection connection, TimeProvider timeProvider) : IApiAuthorizer
{
    private const string Administrators = "system:masters";
    private const int MaxRemembered = 10_000;

    private readonly ReviewCalls _calls = new(connection, "authorization.k8s.io", "SubjectAccessReview", timeProvider);
    private readonly ReviewCache<ApiAccess, AccessDecision> _decisions = new(timeProvider);

    public async ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default)
    {
        if (access.User.Groups.Contains(Administrators))
        {
            return AccessDecision.Allow;
        }

        if (_decisions.TryFind(access, out var known))
        {
            return known;
        }

        var decision = Read(await _calls.AskAsync(CreateSpec(access), cancellationToken).ConfigureAwait(false));
        if (CountText(access) < MaxRemembered)
        {
            _decisions.Set(access, decision);
        }

        return decision;
    }

    // What callers choose must not fill the memory.
    private static int CountText(ApiAccess access) => access.Namespace.Length + access.Name.Length + access.Verb.Length + access.Group.Length
        + access.Version.Length + access.ResourceWithSubresource.Length + (access.Path?.Length ?? 0);

    private static JsonObject CreateSpec(ApiAccess access) => new()
    {
        ["user"] = access.User.Name,
        ["uid"] = access.User.Uid,
        ["groups"] = WriteTexts(access.User.Groups),
        ["extra"] = new JsonObject(access.User.Extra.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)WriteTexts(one.Value)))),
        [access.IsResource ? "resourceAttributes" : "nonResourceAttributes"] = access.IsResource
            ? WriteResource(access)
            : new JsonObject { ["path"] = access.Path, ["verb"] = access.Verb },
    };

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

    private static AccessDecision Read(JsonElement status) => ReviewStatus.IsTrue(status, "allowed") && !ReviewStatus.IsTrue(status, "denied")
        ? AccessDecision.Allow
        : AccessDecision.Deny(ReviewStatus.FindText(status, "reason"), ReviewStatus.FindText(status, "evaluationError"));
}
