namespace ImageStreams.Clients;

/// <summary>Generates UIDs and names of new objects.</summary>
/// <remarks>Called concurrently. Replace it where objects must be equal in every run.</remarks>
public interface IObjectNaming
{
    /// <summary>Creates a UID that no other object has or had, in the form of an RFC 4122 UUID.</summary>
    string CreateUid();

    /// <summary>Creates the suffix of a generated name (<c>metadata.generateName</c>).</summary>
    /// <remarks>
    /// Lower-case letters and digits. When the name is taken, another suffix is requested, up to 7 times.
    /// </remarks>
    string CreateSuffix();
}
