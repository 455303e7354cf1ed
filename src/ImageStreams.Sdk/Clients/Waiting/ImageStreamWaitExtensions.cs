using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImageStreamClient"/> with waits for tags and imports, on a watch instead of by asking again and
/// again.</summary>
/// <remarks>
/// <para>A wait begins with the stream as it is, and then sees every change of it: none is missed in between. It survives versions
/// that the server no longer has, and a stream that does not exist yet or is created anew.</para>
/// <para>Who waits for what a write of their own brings about waits after the write: the wait sees it.</para>
/// </remarks>
public static class ImageStreamWaitExtensions
{
    /// <summary>Waits until a tag has an image.</summary>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <param name="until">The image that is expected; null for any.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The event of the tag's history with the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is not positive.</exception>
    /// <exception cref="ImportFailedException">The import of the tag failed.</exception>
    /// <exception cref="TimeoutException">The time limit is over; the message says how far the tag is.</exception>
    /// <exception cref="ApiException">The server refuses the watch.</exception>
    public static Task<TagEvent> WaitForTagAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        TagExpectation? until = null,
        WaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        options ??= WaitOptions.Default;
        var goal = new TagGoal(tag, until ?? TagExpectation.Any, options.FailsWithImport);
        return WaitAsync(client, tag.StreamName, goal, options, cancellationToken);
    }

    /// <summary>Waits until a tag has the image of its current spec tag.</summary>
    /// <remarks>An image of an earlier spec tag does not end the wait. A tag that is not imported, such as one that moves by pushes,
    /// has its image when it has any.</remarks>
    /// <param name="client">The API.</param>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The event of the tag's history with the image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ArgumentException">The tag is named without its namespace.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is not positive.</exception>
    /// <exception cref="ImportFailedException">The import of the tag failed.</exception>
    /// <exception cref="TimeoutException">The time limit is over; the message says how far the tag is.</exception>
    /// <exception cref="ApiException">The server refuses the watch.</exception>
    public static Task<TagEvent> WaitForImportAsync(
        this IImageStreamClient client,
        ImageStreamTagName tag,
        WaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        options ??= WaitOptions.Default;
        return WaitAsync(client, tag.StreamName, new TagImportGoal(tag, options.FailsWithImport), options, cancellationToken);
    }

    /// <summary>Waits until every tag of a stream that is imported has the image of its current spec tag.</summary>
    /// <remarks>A stream that follows a whole repository is waited for until the repository was read.</remarks>
    /// <param name="client">The API.</param>
    /// <param name="stream">The stream's name, with its namespace.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">The stream is named without its namespace.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is not positive.</exception>
    /// <exception cref="ImportFailedException">The import of a tag failed: the first such tag of the stream.</exception>
    /// <exception cref="TimeoutException">The time limit is over; the message says how far the stream is.</exception>
    /// <exception cref="ApiException">The server refuses the watch.</exception>
    public static Task<ImageStream> WaitForImportsAsync(
        this IImageStreamClient client,
        ImageStreamName stream,
        WaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= WaitOptions.Default;
        return WaitAsync(client, stream, new StreamImportGoal(stream, options.FailsWithImport), options, cancellationToken);
    }

    private static Task<T> WaitAsync<T>(
        IImageStreamClient client, ImageStreamName name, IStreamGoal<T> goal, WaitOptions options, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        if (name.Namespace.Length == 0)
        {
            throw new ArgumentException($"'{name}' does not say its namespace.", nameof(name));
        }

        if (options.TimeLimit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(WaitOptions.TimeLimit));
        }

        return new StreamWait<T>(client, name, goal, options).RunAsync(cancellationToken);
    }
}
