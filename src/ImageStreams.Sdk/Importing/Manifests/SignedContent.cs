using ImageStreams.Collections;
using ImageStreams.Serialization;
using System.Buffers.Text;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>
/// What the digest of a signed schema 1 manifest covers: the manifest before its signatures were put in.
/// </summary>
/// <remarks>Signatures themselves are not checked; no key would be trusted for that.</remarks>
internal static partial class SignedContent
{
    /// <summary>The manifest without its signatures, and without what else they leave out.</summary>
    /// <exception cref="ImageFormatException">It has none, or they do not say what they cover.</exception>
    public static byte[] Extract(ReadOnlySpan<byte> manifest) => Cut(manifest, Header(manifest));

    /// <summary>The manifest without its signatures, and nothing else.</summary>
    /// <exception cref="ImageFormatException">It has none, or they leave out more than themselves.</exception>
    public static byte[] ExtractWhole(ReadOnlySpan<byte> manifest)
    {
        var header = Header(manifest);
        return SignedManifest.HasNoHiddenMembers(manifest[Signed(manifest, header).Length..], Decode(header.FormatTail, 0))
            ? Cut(manifest, header)
            : throw Malformed(0);
    }

    private static byte[] Cut(ReadOnlySpan<byte> manifest, SignatureHeader header) =>
        [.. Signed(manifest, header), .. Decode(header.FormatTail, 0)];

    /// <summary>What all signatures say.</summary>
    private static SignatureHeader Header(ReadOnlySpan<byte> manifest)
    {
        var signatures = ManifestText.ReadManifest<SignatureList>(manifest).Signatures;
        if (signatures.IsEmpty)
        {
            throw ImageFormatErrors.BadSignature("The manifest has no signatures, which say what its digest covers.", "$.signatures");
        }

        var header = Header(signatures[0], 0);
        for (var i = 1; i < signatures.Count; i++)
        {
            if (Header(signatures[i], i) != header)
            {
                throw Malformed(i);
            }
        }

        return header;
    }

    private static ReadOnlySpan<byte> Signed(ReadOnlySpan<byte> manifest, SignatureHeader header) =>
        header.FormatLength >= 0 && header.FormatLength <= manifest.Length
            ? manifest[..(int)header.FormatLength]
            : throw Malformed(0);

    private static SignatureHeader Header(Signature signature, int index)
    {
        var text = Decode(signature.Protected, index);
        try
        {
            return ManifestText.ReadManifest<SignatureHeader>(text);
        }
        catch (ImageFormatException)
        {
            throw Malformed(index); // its own place would be one inside the decoded header
        }
    }

    private static byte[] Decode(string base64Url, int index) =>
        Base64Url.IsValid(base64Url) ? Base64Url.DecodeFromChars(base64Url) : throw Malformed(index);

    private static ImageFormatException Malformed(int index) => ImageFormatErrors.BadSignature(
        $"Signature {index} of the manifest does not say which part of it is signed.", $"$.signatures[{index}].protected");

    /// <summary>The signatures of a schema 1 manifest.</summary>
    [WireObject]
    private sealed partial record SignatureList
    {
        [WireField("signatures")]
        public ValueList<Signature> Signatures { get; init; }
    }

    /// <summary>A signature inside a schema 1 manifest; only the header that it protects is read.</summary>
    [WireObject]
    private sealed partial record Signature
    {
        /// <summary>A <see cref="SignatureHeader"/> in base64url.</summary>
        [WireField("protected")]
        public string Protected { get; init; } = "";
    }

    /// <summary>Says how to get the signed text back out of a manifest that its signatures were put into.</summary>
    [WireObject]
    private sealed partial record SignatureHeader
    {
        /// <summary>How many bytes of the manifest, from its beginning, are signed.</summary>
        [WireField("formatLength")]
        public long FormatLength { get; init; }

        /// <summary>What followed them, in base64url.</summary>
        [WireField("formatTail")]
        public string FormatTail { get; init; } = "";
    }
}
