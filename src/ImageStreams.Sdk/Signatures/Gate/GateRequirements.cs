using System.Security.Cryptography;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>The demands of a gate on an image: the policies that have it in their scopes, or the keys of the options.</summary>
internal sealed class GateRequirements(SignatureGateOptions options, ImageSignaturePolicies? policies)
{
    private readonly ValueList<SignatureKey> _keys = options.Keys.Select(SignatureKey.Parse).ToValueList();

    /// <summary>Finds the requirements of an image.</summary>
    public ImagePolicyChoice Find(ImageReference image, string ns)
    {
        var choice = policies?.Find(image, ns) ?? new ImagePolicyChoice { Explanation = "There are no policies." };
        return choice.Requirements.IsEmpty && !_keys.IsEmpty
            ? choice with { Requirements = [new SignatureRequirement { Name = "the gate", Keys = _keys }] }
            : choice;
    }

    /// <summary>Returns a digest of all that decides, of 64 hexadecimal digits.</summary>
    public string GetRevision(bool hasKeyless, bool hasEd25519)
    {
        var text = new StringBuilder()
            .AppendJoin(',', _keys.Select(key => key.Fingerprint))
            .Append('|').Append(policies?.Revision)
            .Append('|').Append(options.AllowOutsidePolicies).Append(options.IdentifyByDigest)
            .Append(hasKeyless).Append(hasEd25519);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
