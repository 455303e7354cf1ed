using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <content>What stands in the metadata, and the containers of the pods.</content>
internal ref partial struct WorkloadReader
{
    private void Metadata()
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            var name = FieldName;
            if (name.SequenceEqual("name"u8))
            {
                Name = Text(Name);
            }
            else if (name.SequenceEqual("namespace"u8))
            {
                Namespace = Text(Namespace);
            }
            else if (name.SequenceEqual("annotations"u8))
            {
                Annotations(ref _annotations);
            }
            else if (name.SequenceEqual("ownerReferences"u8))
            {
                Owners();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void TemplateMetadata()
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            if (FieldName.SequenceEqual("annotations"u8))
            {
                Annotations(ref _templateAnnotations);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void Annotations(ref List<(JsonText Name, JsonText Value)>? annotations)
    {
        for (var isThere = StartObject(); isThere && NextField();)
        {
            var name = new JsonText(_json.TokenStart + 1, _json.TokenStart + 1 + _json.ValueSpan.Length, _json.ValueIsEscaped);
            (annotations ??= []).Add((name, AnnotationValue()));
        }
    }

    /// <summary>The value of an annotation; <c>null</c> is an empty text.</summary>
    private JsonText AnnotationValue()
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

    private void Owners()
    {
        HasController = false;
        for (var isThere = StartArray(); isThere && NextItem();)
        {
            while (NextField())
            {
                if (FieldName.SequenceEqual("controller"u8))
                {
                    HasController |= Bool(false);
                }
                else
                {
                    _json.Skip();
                }
            }
        }
    }

    private void PodSpec()
    {
        while (NextField())
        {
            var name = FieldName;
            if (name.SequenceEqual("containers"u8))
            {
                ContainerList(isInit: false, _containers = [], _places = []);
            }
            else if (name.SequenceEqual("initContainers"u8))
            {
                ContainerList(isInit: true, _initContainers = [], _initPlaces = []);
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ContainerList(bool isInit, List<WorkloadContainer> containers, List<ImagePlace> places)
    {
        for (var isThere = StartArray(); isThere && NextItem();)
        {
            var (name, image, place) = Container();
            containers.Add(new WorkloadContainer(kind.PodSpecPath, isInit, containers.Count) { Name = name ?? "", Image = image });
            places.Add(place);
        }
    }

    private (string? Name, string? Image, ImagePlace Place) Container()
    {
        var (name, image, place) = ((string?)null, (string?)null, default(ImagePlace));
        var end = new ImagePlace(_json.Consumed, _json.Consumed, IsFirst: true);
        while (NextField())
        {
            var field = FieldName;
            if (field.SequenceEqual("name"u8))
            {
                name = Text(name);
            }
            else if (field.SequenceEqual("image"u8))
            {
                (image, place) = (Text(image), PlaceHere(place));
            }
            else
            {
                _json.Skip();
            }

            end = new ImagePlace(_json.Consumed, _json.Consumed);
        }

        return (name, image, place.End > 0 ? place : end);
    }

    /// <summary>Where the value here stands; a <c>null</c> is no better place than one that there is already.</summary>
    private readonly ImagePlace PlaceHere(ImagePlace before) =>
        before.End > 0 && _json.TokenType == JsonTokenType.Null ? before : new(_json.TokenStart, _json.Consumed);

    /// <summary>Moves on to the value of a field and into it; false when it is null.</summary>
    private bool StartArray()
    {
        _json.ReadValue();
        if (_json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
        {
            Refuse("a list");
        }

        return _json.TokenType == JsonTokenType.StartArray;
    }

    /// <summary>Moves on to the next item of a list and into it; false at the end.</summary>
    private bool NextItem()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        Require("an object");
        return true;
    }
}
