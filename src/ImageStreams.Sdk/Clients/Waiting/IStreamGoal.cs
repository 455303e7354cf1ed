namespace ImageStreams.Clients;

/// <summary>The state of a stream that a wait ends with.</summary>
/// <typeparam name="T">The result of the wait.</typeparam>
internal interface IStreamGoal<out T>
    where T : class
{
    /// <summary>Finds the result; null while the stream has not reached the state.</summary>
    /// <exception cref="ImportFailedException">It cannot reach it.</exception>
    T? Find(ImageStream stream);

    /// <summary>Says the state in words, for one who waited in vain.</summary>
    /// <param name="stream">The stream as it was seen last; null where there was none.</param>
    string Describe(ImageStream? stream);
}
