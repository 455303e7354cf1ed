using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>Compares the name of an image with the name in a signature.</summary>
internal static class IdentityMatcher
{
    /// <summary>Compares; null when the names match, else the reason.</summary>
    public static string? FindMismatch(SignedIdentity rule, ImageReference image, string signed)
    {
        if (rule is SignedIdentity.AnyName)
        {
            return null;
        }

        if (!ImageName.TryCreate(image, out var intended))
        {
            return $"{PrintableText.ShowName(image.ToString())} is not the name of an image in a registry";
        }

        return ImageName.TryParse(signed, out var name)
            ? FindMismatch(rule, intended, name)
            : $"the signature is for {PrintableText.ShowName(signed)}, which is not the name of an image";
    }

    private static string? FindMismatch(SignedIdentity rule, ImageName intended, ImageName signed) => rule switch
    {
        SignedIdentity.MatchRepository => CompareRepositories(intended.Repository, signed),
        SignedIdentity.ExactRepository exact => CompareExact(exact.Repository, signed),
        SignedIdentity.RemapIdentity remap => CompareExactOrDigest(Remap(remap, intended), signed),
        _ => CompareExactOrDigest(intended, signed),
    };

    private static string? CompareRepositories(string repository, ImageName signed) => signed.Repository == repository
        ? null
        : $"the signature is for {signed}, not for {repository}";

    private static string? CompareExact(string repository, ImageName signed) => ImageName.TryParse(repository, out var expected)
        ? CompareRepositories(expected.Repository, signed)
        : $"the policy expects {PrintableText.ShowName(repository)}, which is not a repository";

    private static string? CompareExactOrDigest(ImageName intended, ImageName signed)
    {
        if (signed.IsRepositoryOnly)
        {
            return $"the signature is for {signed} without a tag, which MatchRepoDigestOrExact refuses; MatchRepository accepts it";
        }

        if (intended.Tag.Length == 0)
        {
            return intended.Digest is null
                ? $"{intended} has neither a tag nor a digest"
                : CompareRepositories(intended.Repository, signed);
        }

        return signed.ToString() == intended.ToString() ? null : $"the signature is for {signed}, not for {intended}";
    }

    private static ImageName Remap(SignedIdentity.RemapIdentity rule, ImageName name)
    {
        var prefix = rule.Prefix;
        var isBelow = name.Repository.StartsWith(prefix, StringComparison.Ordinal)
            && (name.Repository.Length == prefix.Length || name.Repository[prefix.Length] == '/');
        return isBelow ? name with { Repository = rule.SignedPrefix + name.Repository[prefix.Length..] } : name;
    }
}
