using System.Security.Cryptography;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The policies of a cluster and its namespaces for signatures, and the ones among them that apply to an image.</summary>
/// <remarks>
/// <para>As in OpenShift: the most specific scope counts alone, and all policies of that scope must be fulfilled. A policy of a
/// namespace does not count where its scope equals one of the cluster's, or lies within one.</para>
/// <para>Immutable; safe for concurrent use. An image is looked up in time linear in the length of its name.</para>
/// </remarks>
public sealed class ImageSignaturePolicies
{
    private readonly ILookup<(string Namespace, string Scope), ScopedPolicy> _byScope;
    private readonly ILookup<string, ScopedPolicy> _overruled;

    /// <summary>Reads policies.</summary>
    /// <param name="clusterPolicies">The policies of the cluster.</param>
    /// <param name="policies">The policies of namespaces, each with the namespace in its metadata.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ImageSignaturePolicies(ValueList<ClusterImagePolicy> clusterPolicies, ValueList<ImagePolicy> policies)
    {
        var problems = new List<ImagePolicyProblem>();
        var reader = new ScopedPolicyReader(problems);
        var cluster = clusterPolicies.SelectMany(policy => reader.Read("", policy.Name, policy.Spec)).ToList();
        var own = policies.SelectMany(policy => reader.ReadOwn(policy)).ToList();
        var overruled = own.Where(policy => cluster.Any(other => policy.Scope.IsWithin(other.Scope))).ToHashSet();
        _byScope = cluster.Concat(own.Where(policy => !overruled.Contains(policy)))
            .ToLookup(policy => (policy.Namespace, policy.Scope.Text));
        _overruled = overruled.ToLookup(policy => policy.Scope.Text);
        Problems = problems.ToValueList();
        Revision = Hash(
        [
            .. clusterPolicies.Select(ImageStreamJson.SerializeToUtf8Bytes), .. policies.Select(ImageStreamJson.SerializeToUtf8Bytes),
        ]);
    }

    /// <summary>The parts that cannot be applied. A scope that is not one is left out; any other problem refuses the images.</summary>
    public ValueList<ImagePolicyProblem> Problems { get; }

    /// <summary>A digest of all policies, which changes with them.</summary>
    internal string Revision { get; }

    /// <summary>Finds the policies that apply to an image.</summary>
    /// <param name="image">The name by which the image is used, with a tag or a digest.</param>
    /// <param name="ns">The namespace in which it is used; empty for the policies of the cluster alone.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ImagePolicyChoice Find(ImageReference image, string ns)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(ns);
        if (!ImageName.TryCreate(image, out var name))
        {
            var shown = PrintableText.ShowName(image.ToString());
            return new ImagePolicyChoice { Explanation = $"{shown} is not the name of an image in a registry." };
        }

        var around = ImageScope.FindAround(name).ToList();
        var overruled = around.SelectMany(scope => _overruled[scope]).Where(policy => policy.Namespace == ns).ToList();
        var found = around.Select(scope => FindIn(scope, ns)).FirstOrDefault(policies => policies.Count > 0, []);
        return PolicyChoiceWriter.Write(name, found, overruled);
    }

    private List<ScopedPolicy> FindIn(string scope, string ns) =>
        [.. _byScope[("", scope)], .. ns.Length == 0 ? [] : _byScope[(ns, scope)]];

    private static string Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(SHA256.HashData(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
