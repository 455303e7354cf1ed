using System.Buffers;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Reads and writes API objects as JSON, byte for byte as OpenShift's Go code writes them.</summary>
/// <remarks>
/// <para>Works on every record of the model, with generated code: no reflection, safe for trimming and ahead-of-time
/// compilation. The records also work with <see cref="System.Text.Json.JsonSerializer"/>, at the cost of a second
/// pass.</para>
/// <para>Reading follows the Kubernetes serializer: names are case-sensitive, <c>null</c> reads as absent, and of a
/// field given twice the last counts, objects being merged. What Go would drop is kept (see
/// <see cref="ImageStreamJsonOptions.KeepUnknownFields"/>). Time and memory are linear in the length of the
/// text.</para>
/// </remarks>
public static class ImageStreamJson
{
    /// <summary>Most field problems that are reported, as in the Kubernetes serializer.</summary>
    private const int MaxProblems = 100;

    /// <summary>Reads an object from UTF-8 JSON.</summary>
    /// <param name="utf8Json">One JSON object.</param>
    /// <param name="options">How to read; <see cref="ImageStreamJsonOptions.Default"/> when null.</param>
    /// <exception cref="WireFormatException">The text is not JSON, nests too deep, or a value does not fit its
    /// field.</exception>
    /// <exception cref="StrictFieldsException">Strict reading found unknown or duplicate fields.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json, ImageStreamJsonOptions? options)
        where T : class, IWireObject<T>
    {
        options ??= ImageStreamJsonOptions.Default;
        var reader = new WireReader(utf8Json, options);
        var value = reader.Document<T>();
        return reader.Notes.IsEmpty ? value : throw new StrictFieldsException(Problems(utf8Json, reader.Notes));
    }

    /// <summary>Reads an object from UTF-8 JSON with the default options.</summary>
    /// <inheritdoc cref="Deserialize{T}(ReadOnlySpan{byte}, ImageStreamJsonOptions?)"/>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, IWireObject<T> => Deserialize<T>(utf8Json, null);

    /// <summary>Reads an object from JSON text with the default options.</summary>
    /// <inheritdoc cref="Deserialize{T}(ReadOnlySpan{byte}, ImageStreamJsonOptions?)"/>
    public static T Deserialize<T>(string json)
        where T : class, IWireObject<T> => Deserialize<T>(json, null);

    /// <summary>Reads an object from JSON text.</summary>
    /// <inheritdoc cref="Deserialize{T}(ReadOnlySpan{byte}, ImageStreamJsonOptions?)"/>
    public static T Deserialize<T>(string json, ImageStreamJsonOptions? options)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Deserialize<T>(Encoding.UTF8.GetBytes(json), options);
    }

    /// <summary>
    /// Lists the fields that strict reading of a text as a type objects to: unknown ones and duplicates.
    /// </summary>
    /// <returns>
    /// The problems in the order of the text, each place once; empty when there are none; at most 100.
    /// </returns>
    /// <exception cref="WireFormatException">The text is not JSON, nests too deep, or a value does not fit its
    /// field.</exception>
    public static ValueList<FieldProblem> FindFieldProblems<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, IWireObject<T>
    {
        var reader = new WireReader(utf8Json, ImageStreamJsonOptions.Default with { Strict = true, KeepUnknownFields = false });
        reader.Document<T>();
        return Problems(utf8Json, reader.Notes);
    }

    /// <summary>The JSON of an object as UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes<T>(T value)
        where T : class, IWireObject<T>
    {
        using var buffer = new BorrowedBuffer();
        Serialize(buffer, value);
        return buffer.Written.ToArray();
    }

    /// <summary>The JSON of an object as text.</summary>
    public static string Serialize<T>(T value)
        where T : class, IWireObject<T>
    {
        using var buffer = new BorrowedBuffer();
        Serialize(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes the JSON of an object as UTF-8, piece by piece and without a copy in between.</summary>
    public static void Serialize<T>(IBufferWriter<byte> destination, T value)
        where T : class, IWireObject<T>
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(value);

        var writer = new WireWriter(destination);
        value.Write(ref writer);
        writer.Flush();
    }

    private static ValueList<FieldProblem> Problems(ReadOnlySpan<byte> text, ReadOnlySpan<FieldNote> notes)
    {
        var problems = new List<FieldProblem>();
        var seen = new HashSet<FieldProblem>();
        var walk = new JsonPath.Walker(text);
        foreach (var note in notes)
        {
            var problem = new FieldProblem(note.Kind, walk.PathAt(note.Offset));
            if (seen.Add(problem))
            {
                problems.Add(problem);
            }

            if (problems.Count == MaxProblems)
            {
                break;
            }
        }

        return problems.ToValueList();
    }
}
