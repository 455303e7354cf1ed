using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Policies;

namespace ImageStreams.Conformance.Suites;

/// <summary>Keel in the suite of tag policies.</summary>
internal static class KeelCases
{
    public static JsonNode Answer(string operation, JsonElement input) => operation switch
    {
        "keelPolicy" => Describe(Convert(input)),
        "keelPolicyFrom" => DescribeSettings(input),
        "keelShouldUpdate" => Step(Convert(input), input.Text("current"), input.Text("candidate")),
        "keelFilter" => Ranked(Convert(input), input),
        "keelPick" => Pick(Convert(input), input),
        _ => throw new NotSupportedException(operation),
    };

    private static TagPolicy? Convert(JsonElement input) => Converted(KeelTagPolicies.Convert(
        input.Text("policy"), IsTrue(input, "matchTag"), IsTrue(input, "matchPreRelease")));

    private static TagPolicy? Converted(TagPolicyConversion conversion) =>
        (conversion as TagPolicyConversion.Converted)?.Policy;

    private static bool IsTrue(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static JsonObject DescribeSettings(JsonElement input)
    {
        var policy = Converted(KeelTagPolicies.Convert(Map(input, "labels"), Map(input, "annotations")));
        var answer = Describe(policy);
        answer["from_1.0.0-a_to_1.0.1-b"] = Step(policy, "1.0.0-a", "1.0.1-b")["update"]?.DeepClone();
        return answer;
    }

    private static Dictionary<string, string> Map(JsonElement input, string name) =>
        input.GetProperty(name).EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!);

    private static JsonObject Describe(TagPolicy? policy)
    {
        var (name, type) = policy switch
        {
            null => ("nil policy", "none"),
            { Order: TagPolicyOrder.Digest } or { OnBadValue: TagPolicyBadValue.Last } => ("force", "force"),
            { Order: TagPolicyOrder.SemVer, Step: TagPolicyStep.Any } => ("all", "semver"),
            { Order: TagPolicyOrder.SemVer } => (JsonNamingPolicy.CamelCase.ConvertName(policy.Step.ToString()), "semver"),
            { AllowsDowngrade: false } => (policy.Include[0], "glob"),
            _ => ($"regexp:{policy.Include[0]}", "regexp"),
        };
        return new JsonObject { ["name"] = name, ["type"] = type, ["keepTag"] = policy?.Order == TagPolicyOrder.Digest };
    }

    private static JsonObject Step(TagPolicy? policy, string current, string candidate)
    {
        if (policy is { Order: TagPolicyOrder.SemVer, OnBadValue: TagPolicyBadValue.Skip })
        {
            return StepOfVersions(policy, current, candidate);
        }

        var choice = policy?.Choose([CandidateTag.Create(candidate)], CandidateTag.Create(current), DateTimeOffset.UnixEpoch);
        return new JsonObject { ["update"] = choice is TagChoice.Moved or TagChoice.Unchanged };
    }

    private static JsonObject StepOfVersions(TagPolicy policy, string current, string candidate)
    {
        var plan = TagPolicyPlan.Create(policy, out _)!;
        var order = ContenderOrder.Create(policy, plan.Rules);
        var to = new Contender(CandidateTag.Create(candidate), 0, candidate);
        order.Read(to);
        return new FollowedTag(plan, order, CandidateTag.Create(current), current).Judge(to) switch
        {
            TagRejection.TooFewParts => Errors.OfKind("noVersionElements"),
            TagRejection.FollowedNotComparable => Errors.OfKind("currentInvalid"),
            TagRejection.NotAVersion or TagRejection.TooBig => Errors.OfKind("candidateInvalid"),
            var reason => new JsonObject { ["update"] = reason is null },
        };
    }

    private static JsonObject Pick(TagPolicy? policy, JsonElement input)
    {
        var current = CandidateTag.Create(input.Text("current"));
        var choice = policy?.Choose(TagPolicyCases.Candidates(input), current, DateTimeOffset.UnixEpoch);
        return TagPolicyCases.Tag((choice as TagChoice.Moved)?.Tag.Name);
    }

    private static JsonObject Ranked(TagPolicy? policy, JsonElement input)
    {
        if (policy is null)
        {
            return new JsonObject { ["tags"] = TagPolicyCases.Tags(TagPolicyCases.Names(input))["tags"]!.DeepClone(), ["ties"] = false };
        }

        var ranked = policy.Rank(TagPolicyCases.Candidates(input), null, DateTimeOffset.UnixEpoch);
        var groups = new List<List<string>>();
        foreach (var tag in ranked)
        {
            if (groups.Count == 0 || !AreTied(policy, groups[^1][0], tag.Name))
            {
                groups.Add([]);
            }

            groups[^1].Add(tag.Name);
        }

        groups = [.. groups.SelectMany(group => group.Distinct().Skip(1).Any() ? [group] : group.Select(tag => new List<string> { tag }))];
        var answer = TagPolicyCases.Tags(ranked.Select(tag => tag.Name));
        answer["ties"] = groups.Exists(group => group.Count > 1);
        if (groups.Exists(group => group.Count > 1))
        {
            answer["groups"] = groups.Select(group => (JsonNode?)TagPolicyCases.Tags(group)["tags"]!.DeepClone()).ToArray();
        }

        return answer;
    }

    private static bool AreTied(TagPolicy policy, string left, string right) =>
        policy.Choose([CandidateTag.Create(left), CandidateTag.Create(right)], null, DateTimeOffset.UnixEpoch)
            .Others.Any(other => other.Reason == TagRejection.SameValue);
}
