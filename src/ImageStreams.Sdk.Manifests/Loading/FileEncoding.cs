namespace ImageStreams.Manifests;

/// <summary>The encodings of files, with what stands at their beginning.</summary>
internal enum FileEncoding : byte
{
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    Utf16BigEndian,
}
