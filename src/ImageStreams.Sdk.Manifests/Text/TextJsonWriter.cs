using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Writes a node of a tree as JSON, without recursion. What aliases repeat was limited when the tree was read.</summary>
internal sealed class TextJsonWriter(TextTree tree, IReadOnlyDictionary<int, ScalarReading> readings, IBufferWriter<byte> destination)
    : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

    private readonly Stack<TextJsonFrame> _open = [];
    private readonly Utf8JsonWriter _json = new(destination, Options);

    public void Write(int node)
    {
        WriteValue(tree.Resolve(node));
        while (_open.TryPeek(out var frame))
        {
            if (frame.MoveNext(out var child))
            {
                WriteEntry(child, frame.IsObject);
            }
            else
            {
                End();
            }
        }

        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void WriteEntry(int child, bool hasKey)
    {
        if (hasKey)
        {
            _json.WritePropertyName(tree.GetKeySpan(child));
        }

        WriteValue(tree.Resolve(child));
    }

    private void WriteValue(int node)
    {
        switch (tree.Nodes[node].Kind)
        {
            case TextNodeKind.Mapping:
                _json.WriteStartObject();
                _open.Push(TextJsonFrame.Create(tree, node));
                break;
            case TextNodeKind.Sequence:
                _json.WriteStartArray();
                _open.Push(TextJsonFrame.Create(tree, node));
                break;
            default:
                ScalarJson.Write(_json, tree, node, readings.Count > 0 ? readings.GetValueOrDefault(node) : ScalarReading.Schema);
                break;
        }
    }

    private void End()
    {
        if (_open.Pop().IsObject)
        {
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteEndArray();
        }
    }
}
