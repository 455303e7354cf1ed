namespace ImageStreams.Collections;

/// <summary>An item that a <see cref="KeyedList{T}"/> finds by name.</summary>
public interface IKeyed
{
    /// <summary>The name, compared ordinally.</summary>
    string Key { get; }
}
