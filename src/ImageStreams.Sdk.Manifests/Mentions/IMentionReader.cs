namespace ImageStreams.Manifests;

/// <summary>Finds the image names in files of one format.</summary>
/// <remarks>Implementations keep no state, are linear in the text, and report what they cannot read as problems.</remarks>
internal interface IMentionReader
{
    /// <summary>The format.</summary>
    ImageMentionFormat Format { get; }

    /// <summary>Reads one file.</summary>
    /// <param name="reading">The file, and what is found in it, in the order of the text.</param>
    void Read(MentionReading reading);
}
