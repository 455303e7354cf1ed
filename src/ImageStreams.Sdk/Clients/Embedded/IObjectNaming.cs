namespace ImageStreams.Clients;

/// <summary>Makes up what tells new objects apart.</summary>
/// <remarks>Called from many threads at once. Replace it where objects must be the same in every run.</remarks>
public interface IObjectNaming
{
    /// <summary>A UID that no other object has or had, in the form of an RFC 4122 UUID.</summary>
    string CreateUid();

    /// <summary>The end of a name of which only the beginning was given (<c>generateName</c>).</summary>
    /// <remarks>
    /// Lower-case letters and digits. Where the name is taken another end is asked for, a few times.
    /// </remarks>
    string CreateSuffix();
}
