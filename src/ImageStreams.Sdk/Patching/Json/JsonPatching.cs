using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Applies JSON patches: RFC 6902 as API servers understand it.</summary>
/// <remarks>
/// They differ from the RFC: a replacement sets a name that an object does not have, a copy of such a name is null, and a test of
/// it for null passes.
/// </remarks>
internal sealed class JsonPatching
{
    /// <summary>The maximum number of bytes that copies may add, as API servers have it.</summary>
    private const long MaxCopied = 3 * 1024 * 1024;

    private readonly JsonPatchTarget _target;
    private JsonOperation _operation = new();
    private long _copied;

    private JsonPatching(JsonObject root) => _target = new JsonPatchTarget(root);

    /// <summary>Applies operations to a document, which is changed.</summary>
    /// <returns>The result; no object when an operation replaced the whole document by a list.</returns>
    /// <exception cref="PatchException">An operation does not apply.</exception>
    public static JsonNode Apply(JsonObject root, IEnumerable<JsonOperation> operations)
    {
        var patching = new JsonPatching(root);
        foreach (var operation in operations)
        {
            patching._operation = operation;
            patching.Apply();
        }

        JsonTrees.RequireDepth(patching._target.Root);
        patching._target.SortVisited();
        return patching._target.Root;
    }

    private void Apply()
    {
        switch (_operation.Kind)
        {
            case "add":
                Add(_operation.Value);
                break;
            case "remove":
                Require(_target.TryRemove(FindContainer(_operation.Path, out var key), key));
                break;
            case "replace":
                Replace();
                break;
            case "move":
                Move();
                break;
            case "test":
                Require(Test());
                break;
            case "copy":
                Copy();
                break;
            default:
                throw Refuse("there is no such operation");
        }
    }

    private void Add(JsonNode? value) =>
        Require(_target.TryAdd(FindContainer(_operation.Path, out var key), key, value));

    private void Replace()
    {
        if (_operation.Path is "")
        {
            _target.Root = _operation.Value as JsonObject ?? (JsonNode?)(_operation.Value as JsonArray)
                ?? throw Refuse("the whole object can only be replaced by an object or a list");
            return;
        }

        Require(JsonPlaces.TrySet(FindContainer(_operation.Path, out var key), key, _operation.Value));
    }

    private void Move()
    {
        var from = FindContainer(_operation.From, out var key);
        Require(JsonPlaces.TryGet(from, key, out var value));
        Require(_target.TryRemove(from, key));
        Add(value);
    }

    private void Copy()
    {
        var from = FindContainer(_operation.From, out var key);
        Require(JsonPlaces.TryGet(from, key, out var value));
        _copied += value is null ? 0 : JsonSizes.Measure(value, MaxCopied - _copied);
        if (_copied > MaxCopied)
        {
            throw Refuse($"the copies of the patch add more than {MaxCopied} bytes");
        }

        Add(JsonTrees.Copy(value));
    }

    private bool Test()
    {
        if (_operation.Path is "")
        {
            return JsonTrees.AreEqual(_target.Root, _operation.Value);
        }

        return JsonPlaces.TryGet(FindContainer(_operation.Path, out var key), key, out var value)
            && JsonTrees.AreEqual(value, _operation.Value);
    }

    private JsonNode FindContainer(string? path, out string key)
    {
        key = "";
        return (path is null ? null : _target.FindContainer(path, out key)) ?? throw Refuse("there is no such place");
    }

    private void Require(bool isDone)
    {
        if (!isDone)
        {
            throw Refuse(_operation.Kind == "test" ? "the value is another one" : "there is no such place");
        }
    }

    private PatchException Refuse(string reason) =>
        PatchRefusals.Unprocessable($"the operation {GoQuotes.Quote(_operation.ToString())} does not apply: {reason}");
}
