using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Reads what a policy asks for; what cannot be read becomes a requirement that nothing fulfills.</summary>
internal static class RequirementReader
{
    private const string KeyField = "spec.policy.rootOfTrust.publicKey.keyData";
    private const string TypeField = "spec.policy.rootOfTrust.policyType";
    private const string IdentityField = "spec.policy.signedIdentity";

    /// <summary>Reads a policy, and adds its problems.</summary>
    public static SignatureRequirement Read(string name, ImagePolicyRules rules, ICollection<ImagePolicyProblem> problems)
    {
        var before = problems.Count;
        var requirement = ReadTrust(name, rules.RootOfTrust, problems) with
        {
            Identity = ReadIdentity(name, rules.SignedIdentity, problems),
        };
        return problems.Count == before
            ? requirement
            : requirement with { Gap = SignatureGap.UnusablePolicy, GapReason = $"the policy cannot be applied: {problems.Last()}" };
    }

    private static SignatureRequirement ReadTrust(string name, ImagePolicyTrust trust, ICollection<ImagePolicyProblem> problems)
    {
        var requirement = new SignatureRequirement { Name = name };
        switch (trust)
        {
            case { PolicyType: "PublicKey", PublicKey: { } key, FulcioCaWithRekor: null, Pki: null }:
                return ReadKey(requirement, key, problems);
            case { PolicyType: "FulcioCAWithRekor", FulcioCaWithRekor: not null, PublicKey: null, Pki: null }:
                return Skip(requirement, SignatureGap.Keyless, "the policy trusts certificates of Fulcio");
            case { PolicyType: "PKI", Pki: not null, PublicKey: null, FulcioCaWithRekor: null }:
                return Skip(requirement, SignatureGap.Keyless, "the policy trusts certificates of an own authority");
            default:
                Add(problems, name, TypeField, "The type must be PublicKey, FulcioCAWithRekor or PKI, with the field of that name and no other.");
                return requirement;
        }
    }

    private static SignatureRequirement ReadKey(
        SignatureRequirement requirement, ImagePolicyPublicKey key, ICollection<ImagePolicyProblem> problems)
    {
        var pem = SignatureJson.DecodeBase64(key.KeyData) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        if (SignatureKey.Read(pem) is not SignatureKeyReading.Found found)
        {
            Add(problems, requirement.Name, KeyField, pem.Length == 0
                ? "The key is not in base64."
                : ((SignatureKeyReading.Refused)SignatureKey.Read(pem)).Message);
            return requirement;
        }

        var keyed = requirement with { Keys = [found.Key] };
        return key.RekorKeyData.Length == 0
            ? keyed
            : Skip(keyed, SignatureGap.TransparencyLog, "the policy wants an entry in a transparency log (rekorKeyData)");
    }

    private static SignedIdentity ReadIdentity(
        string name, ImagePolicyIdentity? identity, ICollection<ImagePolicyProblem> problems)
    {
        switch (identity)
        {
            case null or { MatchPolicy: "MatchRepoDigestOrExact" or "", ExactRepository: null, RemapIdentity: null }:
                return new SignedIdentity.MatchRepoDigestOrExact();
            case { MatchPolicy: "MatchRepository", ExactRepository: null, RemapIdentity: null }:
                return new SignedIdentity.MatchRepository();
            case { MatchPolicy: "ExactRepository", ExactRepository: { } exact, RemapIdentity: null } when IsPlace(exact.Repository):
                return new SignedIdentity.ExactRepository { Repository = exact.Repository };
            case { MatchPolicy: "RemapIdentity", RemapIdentity: { } remap, ExactRepository: null }
                when IsPlace(remap.Prefix) && IsPlace(remap.SignedPrefix):
                return new SignedIdentity.RemapIdentity { Prefix = remap.Prefix, SignedPrefix = remap.SignedPrefix };
            default:
                Add(problems, name, IdentityField, "The rule is not one of the four, or its repository or prefix is missing or has a tag.");
                return new SignedIdentity.MatchRepoDigestOrExact();
        }
    }

    private static bool IsPlace(string text) => RegistryScope.TryParse(text, out var scope) && !scope.IsWildcard;

    private static SignatureRequirement Skip(SignatureRequirement requirement, SignatureGap gap, string reason) =>
        requirement with { Gap = gap, GapReason = $"{reason}, and no IKeylessSignatureVerifier is there" };

    private static void Add(ICollection<ImagePolicyProblem> problems, string policy, string field, string message) =>
        problems.Add(new ImagePolicyProblem { Policy = policy, Field = field, Message = message });
}
