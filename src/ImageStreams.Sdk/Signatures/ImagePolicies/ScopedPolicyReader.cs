using ImageStreams.Internal;

namespace ImageStreams.Signatures;

/// <summary>Reads the scopes of policies, and adds their problems.</summary>
internal sealed class ScopedPolicyReader(ICollection<ImagePolicyProblem> problems)
{
    private const int MaxScopes = 256;

    /// <summary>Reads a policy; of the cluster when the namespace is empty.</summary>
    public IReadOnlyList<ScopedPolicy> Read(string ns, string name, ImagePolicySpec spec)
    {
        var shown = ns.Length == 0
            ? $"{ClusterImagePolicy.KindName} {PrintableText.ShowName(name)}"
            : $"{ImagePolicy.KindName} {PrintableText.ShowName(ns)}/{PrintableText.ShowName(name)}";
        var requirement = RequirementReader.Read(shown, spec.Policy, problems);
        var read = new List<ScopedPolicy>();
        for (var index = 0; index < spec.Scopes.Count; index++)
        {
            if (index < MaxScopes && ImageScope.TryParse(spec.Scopes[index], out var scope))
            {
                read.Add(new ScopedPolicy { Scope = scope, Namespace = ns, Requirement = requirement });
            }
            else
            {
                AddProblem(shown, index, spec.Scopes[index]);
            }
        }

        return read;
    }

    /// <summary>Reads a policy of a namespace; nothing when it has none.</summary>
    public IReadOnlyList<ScopedPolicy> ReadOwn(ImagePolicy policy)
    {
        if (policy.Namespace.Length > 0)
        {
            return Read(policy.Namespace, policy.Name, policy.Spec);
        }

        problems.Add(new ImagePolicyProblem
        {
            Policy = $"{ImagePolicy.KindName} {PrintableText.ShowName(policy.Name)}",
            Field = "metadata.namespace",
            Message = "A policy of a namespace needs one.",
        });
        return [];
    }

    private void AddProblem(string policy, int index, string scope) => problems.Add(new ImagePolicyProblem
    {
        Policy = policy,
        Field = $"spec.scopes[{index}]",
        Message = index < MaxScopes
            ? $"{PrintableText.ShowName(scope)} is not a scope: host[:port][/path] with an optional tag or digest, or *.host."
            : $"A policy has at most {MaxScopes} scopes.",
    });
}
