using System.Text.Json;

namespace ImageStreams.Workloads;

/// <content>The metadata of the object and of its pods.</content>
internal ref partial struct WorkloadReader
{
    private void ReadMetadata()
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            var name = FieldName;
            if (name.SequenceEqual("name"u8))
            {
                Name = ReadText(Name);
            }
            else if (name.SequenceEqual("namespace"u8))
            {
                Namespace = ReadText(Namespace);
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
                _json.Skip();
            }
        }
    }

    private void ReadTemplateMetadata()
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            if (FieldName.SequenceEqual("annotations"u8))
            {
                ReadAnnotations(ref _templateAnnotations);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadAnnotations(ref List<(JsonText Name, JsonText Value)>? annotations)
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            var name = new JsonText(_json.TokenStart + 1, _json.TokenStart + 1 + _json.ValueSpan.Length, _json.ValueIsEscaped);
            (annotations ??= []).Add((name, ReadAnnotationValue()));
        }
    }

    /// <summary>The value of an annotation; <c>null</c> is an empty text.</summary>
    private JsonText ReadAnnotationValue()
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            Refuse("a text");
        }

        var start = _json.TokenStart + 1;
        var length = _json.TokenType == JsonTokenType.Null ? 0 : _json.ValueSpan.Length;
        return new JsonText(start, start + length, _json.ValueIsEscaped);
    }

    private void ReadOwners()
    {
        HasController = false;
        for (var isThere = StartArray(); isThere && NextItem();)
        {
            while (NextField())
            {
                if (FieldName.SequenceEqual("controller"u8))
                {
                    HasController |= ReadBool(false);
                }
                else
                {
                    _json.Skip();
                }
            }
        }
    }
}
