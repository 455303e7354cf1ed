using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Answers what the one who asks may do in a namespace.</summary>
/// <remarks>Complete for roles and for rights without limits; an authorizer of somebody else cannot be asked for all at once.</remarks>
internal sealed class RulesReview(IApiAuthorizer authorizer) : ReviewResource(ReviewDefinitions.SelfRules)
{
    private static readonly RbacRule[] Everything =
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceUrls = ["*"] },
    ];

    protected override ValueTask<JsonObject> AnswerAsync(JsonObject body, ResourceRequest request, CancellationToken cancellationToken)
    {
        var ns = ReviewBody.FindObject(body, "spec") is { } spec ? ReviewBody.FindText(spec, "namespace") : "";
        var rules = GetRules(request, ns).ToList();
        return ValueTask.FromResult(new JsonObject
        {
            ["metadata"] = new JsonObject(),
            ["spec"] = new JsonObject(),
            ["status"] = new JsonObject
            {
                ["resourceRules"] = new JsonArray([.. rules.Where(static rule => rule.NonResourceUrls.IsEmpty).Select(WriteResources)]),
                ["nonResourceRules"] = new JsonArray([.. rules.Where(static rule => !rule.NonResourceUrls.IsEmpty).Select(WritePaths)]),
                ["incomplete"] = authorizer is not (RbacAuthorizer or AllowAllAuthorizer),
            },
        });
    }

    private IEnumerable<RbacRule> GetRules(ResourceRequest request, string ns) => authorizer switch
    {
        AllowAllAuthorizer => Everything,
        RbacAuthorizer rbac => rbac.Policy.GetGrants(request.User, ns).Select(static grant => grant.Rule),
        _ => [],
    };

    private static JsonObject WriteResources(RbacRule rule)
    {
        var json = new JsonObject { ["verbs"] = DiscoveryJson.WriteTexts(rule.Verbs) };
        DiscoveryJson.AddTexts(json, "apiGroups", rule.ApiGroups);
        DiscoveryJson.AddTexts(json, "resources", rule.Resources);
        DiscoveryJson.AddTexts(json, "resourceNames", rule.ResourceNames);
        return json;
    }

    private static JsonObject WritePaths(RbacRule rule) => new()
    {
        ["verbs"] = DiscoveryJson.WriteTexts(rule.Verbs),
        ["nonResourceURLs"] = DiscoveryJson.WriteTexts(rule.NonResourceUrls),
    };
}
