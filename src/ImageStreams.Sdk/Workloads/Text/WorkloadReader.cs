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
    private List<ImageLocation>? _initImageLocations;
    private List<ImageLocation>? _imageLocations;

    public string? ApiVersion { get; private set; }

    public string? Namespace { get; private set; }

    public string? Name { get; private set; }

    public bool IsPaused { get; private set; }

    public bool HasController { get; private set; }

    /// <summary>Indicates whether there is a template for the pods, or need not be one.</summary>
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
            ReadRoot();
            _json.Read();
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw JsonSyntax.Explain(_text, _json.Error, ImageStreamJsonOptions.DefaultMaxDepth, e);
        }
    }

    /// <summary>Where everything stood.</summary>
    /// <param name="json">The text that was read.</param>
    public readonly WorkloadText ToText(byte[] json) => new()
    {
        Json = json,
        Annotations = _annotations?.ToArray() ?? [],
        TemplateAnnotations = _templateAnnotations?.ToArray() ?? [],
        Images = [.. _initImageLocations ?? [], .. _imageLocations ?? []],
    };

    private void ReadRoot()
    {
        for (Require("an object"); NextField();)
        {
            var name = FieldName;
            if (name.SequenceEqual("metadata"u8))
            {
                ReadMetadata();
            }
            else if (name.SequenceEqual("apiVersion"u8))
            {
                ApiVersion = ReadText(ApiVersion, kind.ApiVersion);
            }
            else if (name.SequenceEqual("kind"u8))
            {
                ReadKind();
            }
            else
            {
                ReadStep(0, name);
            }
        }
    }

    /// <summary>The kind decides where to look, so it must stay the one that was found first.</summary>
    private void ReadKind()
    {
        if (ReadText(null, kind.Name) is { } given && given != kind.Name)
        {
            Refuse($"the kind '{kind.Name}', which the object has already");
        }
    }

    /// <summary>A field on the way to the pods: goes on if it is the next step there.</summary>
    private void ReadStep(int step, ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(kind.Steps[step]))
        {
            _json.Skip();
        }
        else if (StartObject())
        {
            ReadInside(step + 1);
        }
    }

    private void ReadInside(int step)
    {
        if (step == kind.Steps.Length)
        {
            ReadPodSpec();
            return;
        }

        HasPods |= step == kind.Steps.Length - 1;
        while (NextField())
        {
            var name = FieldName;
            if (step == kind.Steps.Length - 1 && name.SequenceEqual("metadata"u8))
            {
                ReadTemplateMetadata();
            }
            else if (step == 1 && name.SequenceEqual(kind.PauseField))
            {
                IsPaused = ReadBool(IsPaused);
            }
            else
            {
                ReadStep(step, name);
            }
        }
    }
}
