namespace ImageStreams.Manifests;

/// <summary>The characters that the parameters of all templates of one file may add up to in its objects: many short references to a
/// long value would fill the memory otherwise.</summary>
/// <remarks>Not safe for several threads until it has ended.</remarks>
internal sealed class ExpansionBudget(long characters = ExpansionBudget.MaxCharacters)
{
    /// <summary>The maximum number of characters.</summary>
    public const long MaxCharacters = 64 * 1024 * 1024;

    private long _left = characters;
    private bool _hasEnded;

    /// <summary>Gets a value indicating whether a parameter was left as it is, and all after it.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Takes the characters of one value; false when there are not as many left.</summary>
    public bool TryTake(int length)
    {
        if (!IsExhausted && !_hasEnded)
        {
            _left -= length;
            IsExhausted = _left < 0;
        }

        return !IsExhausted;
    }

    /// <summary>Ends the counting once all objects have been read, since each of them may be written again and again.</summary>
    public void End() => _hasEnded = true;
}
