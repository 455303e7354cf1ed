using ImageStreams.Collections;
using ImageStreams.Serialization;
using System.Buffers.Text;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>
/// Extracts the content that the digest of a signed schema 1 manifest covers: the manifest before it was signed.
/// </summary>
/// <remarks>Signatures are not verified: there is no key to trust.</remarks>
internal static partial class SignedContent
{
    /// <summary>Extracts the manifest without its signatures, and without anything else that they leave out.</summary>
    /// <exception cref="ImageFormatException">It has none, or they do not define what they cover.</exception>
    public static byte[] Extract(ReadOnlySpan<byte> manifest) => Cut(manifest, Header(manifest));

    /// <summary>Extracts the manifest without its signatures, but with everything else.</summary>
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

    /// <summary>Reads the header that all signatures share.</summary>
    private static SignatureHeader Header(ReadOnlySpan<byte> manifest)
    {
        var signatures = ManifestText.ReadManifest<SignatureList>(manifest).Signatures;
        if (signatures.IsEmpty)
        {
            throw ImageFormatErrors.BadSignature(
                "The manifest has no signatures, which define what its digest covers.", "$.signatures");
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
            throw Malformed(index); // its own path would be inside the decoded header
        }
    }

    private static byte[] Decode(string base64Url, int index) =>
        Base64Url.IsValid(base64Url) ? Base64Url.DecodeFromChars(base64Url) : throw Malformed(index);

    private static ImageFormatException Malformed(int index) => ImageFormatErrors.BadSignature(
        $"Signature {index} of the manifest does not define which part of it is signed.", $"$.signatures[{index}].protected");

    /// <summary>The signatures of a schema 1 manifest.</summary>
    [WireObject]
    private sealed partial record SignatureList
    {
        [WireField("signatures")]
        public ValueList<Signature> Signatures { get; init; }
    }

    /// <summary>A signature of a schema 1 manifest, of which only the protected header is read.</summary>
    [WireObject]
    private sealed partial record Signature
    {
        /// <summary>A <see cref="SignatureHeader"/> in base64url.</summary>
        [WireField("protected")]
        public string Protected { get; init; } = "";
    }

    /// <summary>The header of a signature, with the information to restore the signed text.</summary>
    [WireObject]
    private sealed partial record SignatureHeader
    {
        /// <summary>The number of bytes at the beginning of the manifest that are signed.</summary>
        [WireField("formatLength")]
        public long FormatLength { get; init; }

        /// <summary>The text that followed them, in base64url.</summary>
        [WireField("formatTail")]
        public string FormatTail { get; init; } = "";
    }
}
