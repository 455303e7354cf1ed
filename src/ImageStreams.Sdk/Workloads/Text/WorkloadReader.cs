using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Reads the JSON text of a workload once.</summary>
/// <remarks>
/// As the Kubernetes serializer does: names are case-sensitive, <c>null</c> keeps the value of a field, or unsets a map, a list
/// or a pointer, and a field that occurs twice is read over its previous value. Values of fields that are not read may be
/// anything.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="kind">The kind of the object.</param>
/// <param name="isLastKind">True when no later kind of the text counts.</param>
internal ref struct WorkloadReader(ReadOnlySpan<byte> text, WorkloadKind kind, bool isLastKind)
{
    private ObjectScanner _scanner = new(text);
    private PodSpecReader _pods = new(kind.PodSpecPath);
    private List<(JsonText Name, JsonText Value)>? _annotations;
    private List<(JsonText Name, JsonText Value)>? _templateAnnotations;

    public string? ApiVersion { get; private set; }

    public string? Namespace { get; private set; }

    public string? Name { get; private set; }

    public bool IsPaused { get; private set; }

    public bool HasController { get; private set; }

    /// <summary>Gets a value indicating whether there is a pod template, or need not be one.</summary>
    public bool HasPods { get; private set; } = !kind.MayLackTemplate;

    /// <summary>The containers, init containers first.</summary>
    public readonly WorkloadContainer[] Containers => _pods.Containers;

    /// <summary>The number of init containers.</summary>
    public readonly int InitCount => _pods.InitCount;

    /// <summary>Reads the whole text, unless it gives another kind further on, which counts instead.</summary>
    /// <returns>False when there is another kind.</returns>
    /// <exception cref="JsonException">The text is not JSON, is nested too deeply, or a value has another type.</exception>
    public bool TryRead()
    {
        try
        {
            _scanner.StartRoot();
            if (!TryReadRoot())
            {
                return false;
            }

            _scanner.EndRoot();
            return true;
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw _scanner.Explain(e);
        }
    }

    /// <summary>Gets the locations of everything that was read.</summary>
    /// <param name="json">The text that was read.</param>
    public readonly WorkloadText ToText(byte[] json) => new()
    {
        Json = json,
        Annotations = _annotations?.ToArray() ?? [],
        TemplateAnnotations = _templateAnnotations?.ToArray() ?? [],
        Images = _pods.Images,
    };

    private bool TryReadRoot()
    {
        while (_scanner.MoveToNextField())
        {
            var name = _scanner.FieldName;
            if (name.SequenceEqual("metadata"u8))
            {
                ReadMetadata();
            }
            else if (name.SequenceEqual("apiVersion"u8))
            {
                ApiVersion = _scanner.ReadText(ApiVersion, kind.ApiVersion);
            }
            else if (!name.SequenceEqual("kind"u8))
            {
                ReadStep(0, name);
            }
            else if (_scanner.ReadText(null, kind.Name) is { } given && given != kind.Name && !isLastKind)
            {
                return false;
            }
        }

        return true;
    }

    private void ReadMetadata()
    {
        if (!_scanner.TryStartObject())
        {
            return;
        }

        while (_scanner.MoveToNextField())
        {
            var name = _scanner.FieldName;
            if (name.SequenceEqual("name"u8))
            {
                Name = _scanner.ReadText(Name);
            }
            else if (name.SequenceEqual("namespace"u8))
            {
                Namespace = _scanner.ReadText(Namespace);
            }
            else if (name.SequenceEqual("annotations"u8))
            {
                ReadAnnotations(ref _annotations);
            }
            else if (name.SequenceEqual("ownerReferences"u8))
            {
                ReadOwners();
            }
            else
            {
                _scanner.Skip();
            }
        }
    }

    private void ReadTemplateMetadata()
    {
        if (!_scanner.TryStartObject())
        {
            return;
        }

        while (_scanner.MoveToNextField())
        {
            if (_scanner.FieldName.SequenceEqual("annotations"u8))
            {
                ReadAnnotations(ref _templateAnnotations);
            }
            else
            {
                _scanner.Skip();
            }
        }
    }

    private void ReadAnnotations(ref List<(JsonText Name, JsonText Value)>? annotations)
    {
        if (!_scanner.TryStartObject())
        {
            annotations = null;
            return;
        }

        while (_scanner.MoveToNextField())
        {
            var name = _scanner.Text;
            _scanner.MoveToText();
            (annotations ??= []).Add((name, _scanner.Text));
        }
    }

    private void ReadOwners()
    {
        HasController = false;
        if (!_scanner.TryStartArray())
        {
            return;
        }

        while (_scanner.MoveToNextItem())
        {
            HasController |= IsController();
        }
    }

    private bool IsController()
    {
        var isController = false;
        while (_scanner.MoveToNextField())
        {
            if (_scanner.FieldName.SequenceEqual("controller"u8))
            {
                isController = _scanner.ReadBool(false);
            }
            else
            {
                _scanner.Skip();
            }
        }

        return isController;
    }

    /// <summary>Reads a field on the path to the pods, if it is the next step of the path.</summary>
    private void ReadStep(int step, ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(kind.Steps[step]))
        {
            _scanner.Skip();
        }
        else if (_scanner.TryStartObject())
        {
            ReadInside(step + 1);
        }
        else if (kind.MayLackTemplate && IsTemplate(step + 1))
        {
            ForgetTemplate();
        }
    }

    private readonly bool IsTemplate(int step) => step == kind.Steps.Length - 1;

    private void ForgetTemplate()
    {
        HasPods = false;
        _templateAnnotations = null;
        _pods = new PodSpecReader(kind.PodSpecPath);
    }

    private void ReadInside(int step)
    {
        if (step == kind.Steps.Length)
        {
            _pods.Read(ref _scanner);
            return;
        }

        var isTemplate = IsTemplate(step);
        HasPods |= isTemplate;
        while (_scanner.MoveToNextField())
        {
            var name = _scanner.FieldName;
            if (isTemplate && name.SequenceEqual("metadata"u8))
            {
                ReadTemplateMetadata();
            }
            else if (step == 1 && kind.IsPauseField(name))
            {
                IsPaused = _scanner.ReadBool(IsPaused && !kind.IsPauseOptional);
            }
            else
            {
                ReadStep(step, name);
            }
        }
    }
}
