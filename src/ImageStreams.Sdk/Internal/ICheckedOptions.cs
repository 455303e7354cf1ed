namespace ImageStreams.Internal;

/// <summary>An options class that knows the limits of its values.</summary>
/// <remarks>
/// The setters accept any value, so that options bind from configuration; the code that uses them checks them first.
/// </remarks>
internal interface ICheckedOptions
{
    /// <summary>Reports each value that is out of range.</summary>
    void Check(OptionsErrors errors);
}
