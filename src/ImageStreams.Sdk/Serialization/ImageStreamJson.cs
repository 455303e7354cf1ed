using System.Buffers;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Reads and writes API objects as JSON, byte for byte as OpenShift's Go code writes them.</summary>
/// <remarks>
/// <para>Works on every record of the model, with generated code: no reflection, safe for trimming and ahead-of-time
/// compilation. The records also work with <see cref="System.Text.Json.JsonSerializer"/>, at the cost of a second
/// pass.</para>
/// <para>Reading follows the Kubernetes serializer: names are case-sensitive, <c>null</c> reads as absent, and the last
/// value of a field given twice wins, while objects are merged. Fields that Go would drop are kept (see
/// <see cref="ImageStreamJsonOptions.KeepUnknownFields"/>). Time and memory are linear in the length of the text.</para>
/// <para>An object of another kind, or of another group than its type, is refused; so is such an item of a list. A text without
/// <c>kind</c> is read. A list is also read from the kind <c>List</c>, and the groups of OpenShift also from <c>v1</c>.</para>
/// </remarks>
public static class ImageStreamJson
{
    /// <summary>Reads an object from UTF-8 JSON.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">One JSON object.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The object.</returns>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, is of another kind, or a value does not
    /// fit its field.</exception>
    /// <exception cref="StrictFieldsException">Strict reading found unknown or duplicate fields.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json, ImageStreamJsonOptions? options)
        where T : class, IWireObject<T>
    {
        options ??= ImageStreamJsonOptions.Default;
        var reader = new WireReader(utf8Json, options);
        var value = reader.ReadDocument<T>();
        var problems = options.Strict && !reader.IsOrdered ? FieldProblems.Find(utf8Json, T.Type) : [];
        return problems.IsEmpty ? value : throw WireErrors.Strict(problems);
    }

    /// <summary>Reads an object from UTF-8 JSON, and finds the fields that strict reading rejects.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">One JSON object.</param>
    /// <param name="options">The options, or null for the defaults; whether they are strict makes no difference.</param>
    /// <param name="problems">The problems, as those of <see cref="FindFieldProblems{T}(ReadOnlySpan{byte})"/>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, is of another kind, or a value does not
    /// fit its field.</exception>
    public static T Deserialize<T>(
        ReadOnlySpan<byte> utf8Json, ImageStreamJsonOptions? options, out ValueList<FieldProblem> problems)
        where T : class, IWireObject<T>
    {
        var reader = new WireReader(utf8Json, options ?? ImageStreamJsonOptions.Default);
        var value = reader.ReadDocument<T>();
        problems = reader.IsOrdered ? [] : FieldProblems.Find(utf8Json, T.Type);
        return value;
    }

    /// <summary>Reads an object from UTF-8 JSON with the default options.</summary>
    /// <inheritdoc cref="Deserialize{T}(ReadOnlySpan{byte}, ImageStreamJsonOptions?)"/>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, IWireObject<T> => Deserialize<T>(utf8Json, null);

    /// <summary>Reads an object from JSON text with the default options.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="json">One JSON object.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, is of another kind, or a value does not
    /// fit its field.</exception>
    public static T Deserialize<T>(string json)
        where T : class, IWireObject<T> => Deserialize<T>(json, null);

    /// <summary>Reads an object from JSON text.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="json">One JSON object.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, is of another kind, or a value does not
    /// fit its field.</exception>
    /// <exception cref="StrictFieldsException">Strict reading found unknown or duplicate fields.</exception>
    public static T Deserialize<T>(string json, ImageStreamJsonOptions? options)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Deserialize<T>(Encoding.UTF8.GetBytes(json), options);
    }

    /// <summary>Reads an object from a stream of UTF-8 JSON.</summary>
    /// <remarks>Reads to the end of the stream, and does not close it.</remarks>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">A stream with one JSON object.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="WireFormatException">
    /// The text is longer than <see cref="ImageStreamJsonOptions.MaxStreamBytes"/>, is not JSON, is nested too deeply, is of
    /// another kind, or a value does not fit its field.
    /// </exception>
    /// <exception cref="StrictFieldsException">Strict reading found unknown or duplicate fields.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task<T> DeserializeAsync<T>(
        Stream utf8Json, ImageStreamJsonOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(utf8Json);

        options ??= ImageStreamJsonOptions.Default;
        using var buffer = new BorrowedBuffer();
        return await buffer.TryFillAsync(utf8Json, options.MaxStreamBytes, cancellationToken).ConfigureAwait(false)
            ? Deserialize<T>(buffer.Written, options)
            : throw WireErrors.TooLarge(options.MaxStreamBytes);
    }

    /// <summary>Finds the fields that strict reading of a text as a type rejects: unknown and duplicate ones.</summary>
    /// <remarks>
    /// A field is unknown when the API does not have it. Fields that only the API has, and not the record, such as the ports of
    /// a container in a <c>DeploymentConfig</c>, are no problem.
    /// </remarks>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">One JSON object.</param>
    /// <returns>
    /// The problems in the order of the text, one per path; empty when there are none; at most 100.
    /// </returns>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, is of another kind, or a value does not
    /// fit its field.</exception>
    public static ValueList<FieldProblem> FindFieldProblems<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, IWireObject<T> => FindFieldProblems<T>(utf8Json, null);

    /// <summary>Finds the fields that strict reading of a text as a type rejects: unknown and duplicate ones.</summary>
    /// <inheritdoc cref="FindFieldProblems{T}(ReadOnlySpan{byte})"/>
    /// <param name="utf8Json">One JSON object.</param>
    /// <param name="options">The options, or null for the defaults; whether they are strict makes no difference.</param>
    public static ValueList<FieldProblem> FindFieldProblems<T>(ReadOnlySpan<byte> utf8Json, ImageStreamJsonOptions? options)
        where T : class, IWireObject<T>
    {
        var reader = new WireReader(utf8Json, (options ?? ImageStreamJsonOptions.Default) with { KeepUnknownFields = false });
        reader.ReadDocument<T>();
        return FieldProblems.Find(utf8Json, T.Type);
    }

    /// <summary>Writes an object as UTF-8 JSON.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static byte[] SerializeToUtf8Bytes<T>(T value)
        where T : class, IWireObject<T>
    {
        using var buffer = new BorrowedBuffer();
        Serialize(buffer, value);
        return buffer.Written.ToArray();
    }

    /// <summary>Writes an object as JSON text.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static string Serialize<T>(T value)
        where T : class, IWireObject<T>
    {
        using var buffer = new BorrowedBuffer();
        Serialize(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes an object as UTF-8 JSON into a buffer, without an intermediate copy.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="destination">The buffer to write to.</param>
    /// <param name="value">The object.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="destination"/> or <paramref name="value"/> is null.
    /// </exception>
    public static void Serialize<T>(IBufferWriter<byte> destination, T value)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(value);

        var writer = new WireWriter(destination);
        value.Write(ref writer);
        writer.Flush();
    }

    /// <summary>Writes an object as UTF-8 JSON to a stream.</summary>
    /// <remarks>Does not flush or close the stream.</remarks>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="utf8Json">The stream to write to.</param>
    /// <param name="value">The object.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the object is written.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="utf8Json"/> or <paramref name="value"/> is null.
    /// </exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task SerializeAsync<T>(
        Stream utf8Json, T value, CancellationToken cancellationToken = default)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(utf8Json);

        using var buffer = new BorrowedBuffer();
        Serialize(buffer, value);
        await utf8Json.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }
}
