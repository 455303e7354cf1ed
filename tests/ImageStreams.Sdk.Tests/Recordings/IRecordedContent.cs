namespace ImageStreams.Tests.Recordings;

/// <summary>The content of the recorded registry under a digest: an image or an index.</summary>
internal interface IRecordedContent
{
    /// <summary>The digest that the recordings have for it.</summary>
    string RecordedManifestDigest { get; }

    /// <summary>The digest that it has here.</summary>
    string ManifestDigest { get; }

    string MediaType { get; }

    byte[] ManifestContent { get; }
}
