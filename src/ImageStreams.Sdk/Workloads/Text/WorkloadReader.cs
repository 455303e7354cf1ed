using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Goes through the JSON text of a workload once and notes what counts.</summary>
/// <remarks>
/// As the Kubernetes serializer does: names are case-sensitive, <c>null</c> leaves a field as it was, and a field given
/// twice is read over its former value. Values of fields that do not count may be anything.
/// </remarks>
internal ref partial struct WorkloadReader(ReadOnlySpan<byte> text, WorkloadKind kind)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private JsonScanner _json = new(text, ImageStreamJsonOptions.DefaultMaxDepth);
    private List<(JsonText Name, JsonText Value)>? _annotations;
    private List<(JsonText Name, JsonText Value)>? _templateAnnotations;
    private List<WorkloadContainer>? _initContainers;
    private List<WorkloadContainer>? _containers;
    private List<ImagePlace>? _initPlaces;
    private List<ImagePlace>? _places;

    public string? ApiVersion { get; private set; }

    public string? Namespace { get; private set; }

    public string? Name { get; private set; }

    public bool IsHeld { get; private set; }

    public bool HasController { get; private set; }

    /// <summary>Whether there is a template for the pods, or need not be one.</summary>
    public bool HasPods { get; private set; } = !kind.MayLackTemplate;

    /// <summary>The containers, init containers first.</summary>
    public readonly WorkloadContainer[] Containers => [.. _initContainers ?? [], .. _containers ?? []];

    /// <summary>How many of them are init containers.</summary>
    public readonly int InitCount => _initContainers?.Count ?? 0;

    /// <summary>The field that the reader stands on, unescaped.</summary>
    private readonly ReadOnlySpan<byte> FieldName => GoText.Unescaped(_json.ValueSpan, _json.ValueIsEscaped);

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="JsonException">The text is not JSON, nests too deep, or a value does not fit.</exception>
    public void Read()
    {
        try
        {
            _json.Read();
            Root();
            _json.Read();
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw JsonSyntax.Explain(_text, _json.Fault, ImageStreamJsonOptions.DefaultMaxDepth, e);
        }
    }

    /// <summary>Where everything stood.</summary>
    /// <param name="json">The text that was read.</param>
    public readonly WorkloadText ToText(byte[] json) => new()
    {
        Json = json,
        Annotations = _annotations?.ToArray() ?? [],
        TemplateAnnotations = _templateAnnotations?.ToArray() ?? [],
        Images = [.. _initPlaces ?? [], .. _places ?? []],
    };

    private void Root()
    {
        for (Require("an object"); NextField();)
        {
            var name = FieldName;
            if (name.SequenceEqual("metadata"u8))
            {
                Metadata();
            }
            else if (name.SequenceEqual("apiVersion"u8))
            {
                ApiVersion = Text(ApiVersion, kind.ApiVersion);
            }
            else if (name.SequenceEqual("kind"u8))
            {
                Kind();
            }
            else
            {
                Step(0, name);
            }
        }
    }

    /// <summary>The kind decides where to look, so it must stay the one that was found first.</summary>
    private void Kind()
    {
        if (Text(null, kind.Name) is { } given && given != kind.Name)
        {
            Refuse($"the kind '{kind.Name}', which the object has already");
        }
    }

    /// <summary>A field on the way to the pods: goes on if it is the next step there.</summary>
    private void Step(int step, ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(kind.Steps[step]))
        {
            _json.Skip();
        }
        else if (StartObject())
        {
            Inside(step + 1);
        }
    }

    private void Inside(int step)
    {
        if (step == kind.Steps.Length)
        {
            PodSpec();
            return;
        }

        HasPods |= step == kind.Steps.Length - 1;
        while (NextField())
        {
            var name = FieldName;
            if (step == kind.Steps.Length - 1 && name.SequenceEqual("metadata"u8))
            {
                TemplateMetadata();
            }
            else if (step == 1 && name.SequenceEqual(kind.HoldField))
            {
                IsHeld = Bool(IsHeld);
            }
            else
            {
                Step(step, name);
            }
        }
    }
}
