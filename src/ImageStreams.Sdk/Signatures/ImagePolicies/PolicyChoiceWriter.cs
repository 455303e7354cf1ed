using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>Writes the choice of policies with its reason.</summary>
internal static class PolicyChoiceWriter
{
    public static ImagePolicyChoice Write(ImageName image, List<ScopedPolicy> found, List<ScopedPolicy> overruled)
    {
        var ignored = overruled.Count == 0
            ? ""
            : $" {string.Join(", ", overruled.Select(policy => policy.Requirement.Name).Distinct())} does not count, because a policy of the cluster has the same scope or a wider one.";
        return found.Count == 0
            ? new ImagePolicyChoice { Explanation = $"No policy has {image} in its scopes.{ignored}" }
            : new ImagePolicyChoice
            {
                Scope = found[0].Scope.Text,
                Requirements = found.Select(policy => policy.Requirement).ToValueList(),
                Explanation = $"{image} is in the scope {found[0].Scope.Text} of {Join(found)}, the most specific one.{ignored}",
            };
    }

    private static string Join(List<ScopedPolicy> found) =>
        string.Join(" and ", found.Select(policy => policy.Requirement.Name));
}
