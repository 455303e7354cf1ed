namespace ImageStreams.Manifests;

/// <content>Loading: linear in the texts, within the limits of the options. Content never throws; it is a problem.</content>
public sealed partial class ManifestSet
{
    /// <summary>Loads files, folders, and patterns such as <c>apps/**/*.yaml</c>; <c>-</c> is standard input.</summary>
    /// <remarks>A path that does not exist, or cannot be read, is a problem. A file that several paths lead to is read once.</remarks>
    /// <param name="paths">The paths.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null or contains null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static Task<ManifestSet> LoadAsync(
        IEnumerable<string> paths, ManifestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] list = [.. paths];
        foreach (var path in list)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
        }

        return new SetLoader(LoadSettings.Create(options)).LoadAsync(list, cancellationToken);
    }

    /// <summary>Reads a stream, which is read to its end and not closed.</summary>
    /// <param name="stream">The stream, in UTF-8, or in UTF-16 with a byte order mark.</param>
    /// <param name="name">The name in places.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task<ManifestSet> ReadAsync(
        Stream stream, string name = "-", ManifestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var loader = new SetLoader(LoadSettings.Create(options));
        return await loader.LoadAsync(stream, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the text of a reader, which is read to its end and not closed.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="name">The name in places.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task<ManifestSet> ReadTextAsync(
        TextReader reader, string name = "-", ManifestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var settings = LoadSettings.Create(options);
        var text = await LimitedReading.ReadAsync(reader, settings.MaxFileBytes, cancellationToken).ConfigureAwait(false);
        return new SetLoader(settings).Load(text, name);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML with any number of documents, or JSON.</param>
    /// <param name="name">The name in places.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="name"/> is null.</exception>
    public static ManifestSet Parse(string text, string name = "-", ManifestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new SetLoader(LoadSettings.Create(options)).Load(text, name);
    }
}
